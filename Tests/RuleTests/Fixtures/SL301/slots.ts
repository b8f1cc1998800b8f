import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// What is left of the day when the visits are taken out of it.
async function freeSlots(day: Date[]): Promise<Date[]> {
  const slots = day.filter((slot) => slot > new Date());
  if (slots.length === 0) return [];
  const [closed, visits] = await Promise.all([
    prisma.closure.findMany({ where: { day: { gte: slots[0] } } }),
    prisma.visit.findMany({ where: { start: { gte: slots[0] } }, select: { start: true } }),
  ]);
  const taken = new Set(visits.map((visit) => visit.start.getTime()));
  return slots.filter((slot) => {
    if (taken.has(slot.getTime())) return false;
    return !closed.some((closure) => closure.day <= slot);
  });
}

export async function visit(guest: string, day: Date[], start: Date) {
  const free = await freeSlots(day);
  const isFree = free.some((slot) => slot.getTime() === start.getTime());
  if (!isFree) throw new Error('taken');
  return prisma.visit.create({ data: { guest, start } }); // expect: SL301
}

// What is shown is nothing that is relied on.
export async function invite(guest: string, day: Date[]) {
  const free = await freeSlots(day);
  return prisma.letter.create({ data: { guest, slots: free } });
}

// What several questions give stays apart.
export async function stamp(owner: string, kind: string) {
  const [known, card] = await Promise.all([
    prisma.stamp.findFirst({ where: { owner, kind } }),
    prisma.card.findFirst({ where: { owner } }),
  ]);
  if (known) return known;
  if (!card) throw new Error('no card');
  return prisma.stamp.create({ data: { owner, kind } }); // expect: SL301 "an existing `stamp`"
}

export async function stampCard(owner: string, kind: string) {
  const [stamp, card] = await Promise.all([
    prisma.stamp.findFirst({ where: { owner, kind } }),
    prisma.card.findFirst({ where: { owner } }),
  ]);
  if (!card) throw new Error('no card');
  return prisma.stamp.create({ data: { owner, kind: stamp?.kind ?? kind } });
}
