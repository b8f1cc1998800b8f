// The next number is the last one plus one, for two requests alike.
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

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
