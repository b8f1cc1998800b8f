import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

async function room(tx: PrismaClient, id: number, withLock = true) {
  if (withLock) await tx.$queryRaw`SELECT id FROM rooms WHERE id = ${id} FOR UPDATE`;
  return tx.room.findUnique({ where: { id } });
}

export async function book(id: number, day: string) {
  return prisma.$transaction(async (tx: PrismaClient) => {
    await room(tx, id);
    const taken = await tx.booking.findFirst({ where: { roomId: id, day } });
    if (taken) throw new Error('taken');
    return tx.booking.create({ data: { roomId: id, day } });
  });
}

export async function bookQuickly(id: number, day: string) {
  return prisma.$transaction(async (tx: PrismaClient) => {
    await room(tx, id, false);
    const taken = await tx.booking.findFirst({ where: { roomId: id, day } });
    if (taken) throw new Error('taken');
    return tx.booking.create({ data: { roomId: id, day } }); // expect: SL301
  });
}
