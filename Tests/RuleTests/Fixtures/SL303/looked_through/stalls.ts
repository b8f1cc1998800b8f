import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
type Wanted = { url: string; owner: number; color: string };

// The row is looked for in memory, by what the database keeps unique.
export async function open(wanted: Wanted) {
  const stalls = await prisma.stall.findMany({ where: { owner: wanted.owner } });
  if (stalls.some(({ url }) => url === wanted.url)) return;
  await prisma.stall.create({ data: wanted }); // expect: SL303
}

export async function paint(wanted: Wanted) {
  const stalls = await prisma.stall.findMany({ where: { owner: wanted.owner } });
  if (stalls.some((stall) => stall.color === wanted.color)) return;
  await prisma.stall.create({ data: wanted }); // expect: SL301
}
