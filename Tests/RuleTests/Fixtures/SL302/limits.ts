import { PrismaClient } from '@prisma/client';
import { Pool } from 'pg';

const prisma = new PrismaClient();
const pool = new Pool({ connectionTimeoutMillis: 5000 });

// The statement counts, but the limit was looked at before.
export async function redeem(code: string) {
  const coupon = await prisma.coupon.findUnique({ where: { code } });
  if (!coupon) throw new Error('no such coupon');
  if (coupon.used >= coupon.most) throw new Error('used up'); // step: probed
  await prisma.coupon.update({ where: { id: coupon.id }, data: { used: { increment: 1 } } }); // expect: SL302 "`used`"
}

export async function generate(user: { id: string; credits: number }) {
  if (user.credits > 0) {
    await prisma.user.update({ where: { id: user.id }, data: { credits: { decrement: 1 } } }); // expect: SL302 "`credits`"
  }
}

export async function take(sku: string, many: number) {
  const { rows } = await pool.query('SELECT id, stock FROM items WHERE sku = $1', [sku]);
  const item = rows[0];
  if (item.stock < many) throw new Error('sold out');
  await pool.query('UPDATE items SET stock = stock - $1 WHERE id = $2', [many, item.id]); // expect: SL302 "`stock`"
}

// The write asks again.
export async function redeemOnce(code: string) {
  const coupon = await prisma.coupon.findUnique({ where: { code } });
  if (!coupon || coupon.used >= coupon.most) throw new Error('used up');
  const changed = await prisma.coupon.updateMany({
    where: { id: coupon.id, used: { lt: coupon.most } },
    data: { used: { increment: 1 } },
  });
  if (changed.count === 0) throw new Error('used up');
}

export async function takeIfThere(sku: string, many: number) {
  const { rows } = await pool.query('SELECT id, stock FROM items WHERE sku = $1', [sku]);
  const item = rows[0];
  if (item.stock < many) throw new Error('sold out');
  const done = await pool.query('UPDATE items SET stock = stock - $1 WHERE id = $2 AND stock >= $1', [many, item.id]);
  if (done.rowCount === 0) throw new Error('sold out');
}

// Another column decides, or nothing does.
export async function view(id: string, user: { id: string; age: number }) {
  if (user.age < 18) throw new Error('too young');
  await prisma.user.update({ where: { id: user.id }, data: { visits: { increment: 1 } } });
  await prisma.post.update({ where: { id }, data: { views: { increment: 1 } } });
}

export async function attemptFirst(id: string, work: () => Promise<void>) {
  const step = await prisma.step.findUniqueOrThrow({ where: { id } });
  if (step.taken >= 3) throw new Error('tried too often');
  await prisma.step.update({ where: { id: step.id }, data: { taken: { increment: 1 } } }); // expect: SL302 "`taken`"
  await work();
}

// Attempts are counted where one has failed: one more than the limit takes nothing from anybody.
export async function attempt(id: string, work: () => Promise<void>) {
  const step = await prisma.step.findUniqueOrThrow({ where: { id } });
  if (step.taken >= 3) throw new Error('tried too often');
  try {
    await work();
  } catch (error) {
    await prisma.step.update({ where: { id: step.id }, data: { taken: { increment: 1 } } });
    throw error;
  }
}
