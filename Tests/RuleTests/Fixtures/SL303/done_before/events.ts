import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

async function bill(amount: number) {
  return prisma.invoice.create({ data: { amount } });
}

// What is done for the event is done twice before the second insert fails.
export async function handle(number: string, amount: number) {
  const known = await prisma.event.findUnique({ where: { number } });
  if (known) throw new Error('known');
  await bill(amount);
  await prisma.event.create({ data: { number } }); // expect: SL303 warning
}

export async function handleFirst(number: string, amount: number) {
  const known = await prisma.event.findUnique({ where: { number } });
  if (known) throw new Error('known');
  await prisma.event.create({ data: { number } }); // expect: SL303 note
  await bill(amount);
}
