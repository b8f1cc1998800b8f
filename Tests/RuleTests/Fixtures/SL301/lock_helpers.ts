import { PrismaClient } from '@prisma/client';
import { createClient } from 'redis';

const prisma = new PrismaClient();
const redis = createClient();

async function alone<T>(key: string, work: () => Promise<T>): Promise<T> {
  if (!process.env.REDIS_URL) {
    return work();
  }
  const isMine = await redis.set(`lock:${key}`, '1', { NX: true, PX: 60000 });
  if (!isMine) throw new Error('busy');
  try {
    return await work();
  } finally {
    await redis.del(`lock:${key}`);
  }
}

async function afterwards<T>(key: string, work: () => Promise<T>): Promise<T> {
  try {
    const isMine = await redis.set(`lock:${key}`, '1', { NX: true, PX: 60000 });
    if (!isMine) throw new Error('busy');
  } finally {
    await redis.del(`lock:${key}`);
  }
  return work();
}

async function runJob(name: string, run: () => Promise<void>) {
  await alone(`job:${name}`, async () => {
    console.log(name);
    await run();
  });
}

async function bill(month: string) {
  const known = await prisma.bill.findFirst({ where: { month } });
  if (known) return;
  await prisma.bill.create({ data: { month } });
}

export async function monthly(month: string) {
  await runJob('bills', () => bill(month));
}

async function invoice(month: string) {
  const known = await prisma.invoice.findFirst({ where: { month } });
  if (known) return;
  await prisma.invoice.create({ data: { month } }); // expect: SL301
}

export async function invoices(month: string) {
  await invoice(month);
  await runJob('invoices', () => invoice(month));
}
