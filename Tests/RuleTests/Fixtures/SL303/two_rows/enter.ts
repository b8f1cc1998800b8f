import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// Each of the two rows has its own check.
export async function enter(text: string, email: string) {
  const known = await prisma.token.findFirst({ where: { text } });
  if (known) return known;
  const same = await prisma.owner.findFirst({ where: { email } });
  if (same) throw new Error('use your other token');
  return prisma.$transaction(async (tx) => {
    const owner = await tx.owner.create({ data: { email } }); // expect: SL303 note
    return tx.token.create({ data: { text, ownerId: owner.id } }); // expect: SL303 warning
  });
}
