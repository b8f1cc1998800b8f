// The next number is the last one plus one, for two requests alike.
import { PrismaClient } from '@prisma/client';
import { Pool } from 'pg';

const prisma = new PrismaClient();
const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function issue(amount: number) {
  const last = await prisma.invoice.findFirst({ orderBy: { number: 'desc' } });
  const number = (last?.number ?? 0) + 1;
  return prisma.invoice.create({ data: { number, amount } }); // expect: SL302 "both rows get the same `number`"
}

export async function open(subject: string) {
  const last = await prisma.ticket.findFirst({ orderBy: { serial: 'desc' } });
  const serial = `${String(last.serial + 1).padStart(5, '0')}`;
  return prisma.ticket.create({ data: { serial, subject } }); // expect: SL302
}

export async function issueAfterLargest(amount: number) {
  const { _max } = await prisma.invoice.aggregate({ _max: { number: true } });
  return prisma.invoice.create({ data: { amount, number: (_max.number ?? 0) + 1 } }); // expect: SL302
}

export async function openCounted(subject: string) {
  const many = await prisma.ticket.count();
  const code = `T-${String(many + 1).padStart(4, '0')}`;
  return prisma.ticket.create({ data: { code, subject } }); // expect: SL302 "after a row was deleted"
}

export async function openAfterAll(subject: string) {
  const tickets = await prisma.ticket.findMany({ where: { subject } });
  return prisma.ticket.create({ data: { subject, number: tickets.length + 1 } }); // expect: SL302
}

export async function issueInSQL(amount: number) {
  const { rows } = await pool.query('SELECT MAX(number) AS top FROM bills');
  await pool.query('INSERT INTO bills (amount, number) VALUES ($1, $2)', [amount, (rows[0].top || 0) + 1]); // expect: SL302
}

// How many there are with the new one is a fact of that moment, and a default name no number.
export async function join(roomId: string) {
  const many = await prisma.guest.count({ where: { roomId } });
  return prisma.guest.create({ data: { roomId, atEntry: many + 1, name: `Guest ${many + 1}` } });
}

// What other rows count is no number of this one.
export async function order(customerId: string) {
  const many = await prisma.customer.count();
  return prisma.order.create({ data: { customerId, number: many + 1 } });
}

// Where a row stands among others is no number of it.
export async function add(listId: string, text: string) {
  const last = await prisma.item.findFirst({ where: { listId }, orderBy: { position: 'desc' } });
  return prisma.item.create({ data: { listId, text, position: (last?.position ?? 0) + 1 } });
}

// The generation after its parent's.
export async function copy(id: string) {
  const parent = await prisma.sheet.findUnique({ where: { id } });
  return prisma.sheet.create({ data: { parentId: id, generation: parent.generation + 1 } });
}

// What other rows hold is no number of this one.
export async function bill(orderId: string) {
  const order = await prisma.order.findUnique({ where: { id: orderId } });
  return prisma.invoice.create({ data: { orderId, amount: order.amount + 1 } });
}
