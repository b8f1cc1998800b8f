import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const MAX = 100;

async function hasPassedLimit(ownerId: number, more: number) {
  const total = await prisma.link.count({ where: { ownerId } });
  return MAX - (more + total) < 0;
}

async function verifyLimit(ownerId: number) {
  const total = await prisma.link.count({ where: { ownerId } });
  if (total > MAX) throw new Error('too many links');
}

export async function post(ownerId: number, url: string) {
  if (await hasPassedLimit(ownerId, 1)) return { status: 400 };
  return prisma.link.create({ data: { url, ownerId } }); // expect: SL301 note
}

export async function archive(ownerId: number, url: string) {
  try {
    await verifyLimit(ownerId);
  } catch (error) {
    return { status: 400 };
  }
  return prisma.link.create({ data: { url, ownerId } }); // expect: SL301 note
}
