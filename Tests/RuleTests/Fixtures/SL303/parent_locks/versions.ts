// A write of the parent keeps its row until the transaction is over; a retry expects the refusal.
import { Prisma, PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

const isTaken = (e: unknown) => e instanceof Prisma.PrismaClientKnownRequestError && e.code === 'P2002';

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let round = 0; ; round += 1) {
    try {
      return await work();
    } catch (e) {
      if (!isTaken(e) || round > 2) throw e;
    }
  }
}

export async function release(recipeId: string, text: string) {
  return prisma.$transaction(async (tx) => {
    await tx.recipe.updateMany({ where: { id: recipeId, state: 'draft' }, data: { state: 'out' } });
    const last = await tx.recipeVersion.findFirst({ where: { recipeId }, orderBy: { number: 'desc' } });
    return tx.recipeVersion.create({ data: { recipeId, number: (last?.number ?? 0) + 1, text } });
  });
}

// Another row is kept: that of whoever writes.
export async function releaseBy(userId: string, recipeId: string, text: string) {
  return prisma.$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { seen: true } });
    const last = await tx.recipeVersion.findFirst({ where: { recipeId }, orderBy: { number: 'desc' } });
    return tx.recipeVersion.create({ data: { recipeId, number: (last?.number ?? 0) + 1, text } }); // expect: SL303
  });
}

// Without a transaction the parent is free again at once.
export async function releaseApart(recipeId: string, text: string) {
  await prisma.recipe.update({ where: { id: recipeId }, data: { state: 'out' } });
  const last = await prisma.recipeVersion.findFirst({ where: { recipeId }, orderBy: { number: 'desc' } });
  return prisma.recipeVersion.create({ data: { recipeId, number: (last?.number ?? 0) + 1, text } }); // expect: SL303
}

export async function releaseAgain(recipeId: string, text: string) {
  return again(async () => {
    const last = await prisma.recipeVersion.findFirst({ where: { recipeId }, orderBy: { number: 'desc' } });
    return prisma.recipeVersion.create({ data: { recipeId, number: (last?.number ?? 0) + 1, text } });
  });
}
