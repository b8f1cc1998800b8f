import { PrismaClient } from '@prisma/client';
import { Pool } from 'pg';

const prisma = new PrismaClient();
const pool = new Pool();

export async function beat(worker: string) {
  const { count } = await prisma.heartbeat.updateMany({ where: { worker }, data: { at: new Date() } });
  if (count === 0) {
    await prisma.heartbeat.create({ data: { worker, at: new Date() } }); // expect: SL301
  }
}

export async function rank(name: string, points: number) {
  const result = await pool.query('UPDATE ranks SET points = $2 WHERE name = $1', [name, points]);
  if (result.rowCount === 0) {
    await pool.query('INSERT INTO ranks (name, points) VALUES ($1, $2)', [name, points]); // expect: SL301
  }
}

// Who closes the case writes its last line; nobody else does.
export async function close(id: string) {
  const { count } = await prisma.case.updateMany({ where: { id, state: 'open' }, data: { state: 'closed' } });
  if (count === 0) throw new Error('closed already');
  await prisma.case.create({ data: { parent: id, state: 'open' } });
}

// Only one request gets past the claim; an update of anything lets all of them pass.
export async function settle(id: string, payerId: string) {
  const { count } = await prisma.bill.updateMany({ where: { id, state: 'open' }, data: { state: 'paid' } });
  if (count === 0) return null;
  const known = await prisma.receipt.findFirst({ where: { billId: id } });
  if (known) return known;
  return prisma.receipt.create({ data: { billId: id, payerId } });
}

export async function settleAgain(id: string, payerId: string) {
  const { count } = await prisma.bill.updateMany({ where: { id }, data: { payerId } });
  if (count === 0) return null;
  const known = await prisma.receipt.findFirst({ where: { billId: id } });
  if (known) return known;
  return prisma.receipt.create({ data: { billId: id, payerId } }); // expect: SL301
}
