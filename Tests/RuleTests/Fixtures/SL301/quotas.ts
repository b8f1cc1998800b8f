import { PrismaClient } from '@prisma/client';

import { config } from './config';

const prisma = new PrismaClient();
const MAX_TOKENS = 20;

// One token too many hurts nobody.
export async function tokenFor(ownerId: string) {
  const count = await prisma.token.count({ where: { ownerId } });
  if (count >= MAX_TOKENS) throw new Error('too many');
  return prisma.token.create({ data: { ownerId } }); // expect: SL301 note "the limit can be exceeded"
}

export async function applicationFor(ownerId: string) {
  const count = await prisma.application.count({ where: { ownerId } });
  if (count >= config.limits.applications) throw new Error('too many');
  return prisma.application.create({ data: { ownerId } }); // expect: SL301 note
}

// A room has no more seats than it has, and no unique key can say so.
export async function seatIn(roomId: string, guestId: string) {
  const room = await prisma.room.findUniqueOrThrow({ where: { id: roomId } });
  const taken = await prisma.seat.count({ where: { roomId } });
  if (taken >= room.capacity) throw new Error('full');
  return prisma.seat.create({ data: { roomId, guestId } }); // expect: SL301 error "the limit can be exceeded"
}

export async function secondOpinion(caseId: string) {
  const count = await prisma.opinion.count({ where: { caseId } });
  if (count > 0) throw new Error('there is one');
  return prisma.opinion.create({ data: { caseId } }); // expect: SL301 error
}
