import { Prisma, PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

async function follow(follower: number, followed: number) {
  const known = await prisma.follow.findFirst({ where: { follower, followed } });
  if (known) return known;
  return prisma.follow.create({ data: { follower, followed } }); // expect: SL303
}

// The promise fails when this function is over: its `catch` never hears of it.
export async function followRequest(follower: number, followed: number) {
  try {
    return follow(follower, followed);
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null;
    throw error;
  }
}

async function followOnce(follower: number, followed: number) {
  const known = await prisma.follow.findFirst({ where: { follower, followed } });
  if (known) return known;
  return prisma.follow.create({ data: { follower, followed } });
}

export async function followOnceRequest(follower: number, followed: number) {
  try {
    return await followOnce(follower, followed);
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null;
    throw error;
  }
}

// What is found is changed: who comes second wanted the same.
export async function mute(follower: number, followed: number) {
  const known = await prisma.follow.findFirst({ where: { follower, followed } });
  if (!known) return prisma.follow.create({ data: { follower, followed } }); // expect: SL303 warning
  return prisma.follow.update({ where: { id: known.id }, data: { followed } });
}
