import { Prisma, PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function accountFor(email: string) {
  const account = await prisma.account.findUnique({ where: { email } });
  if (account) return account;
  return prisma.account.create({ data: { email } }); // expect: SL303 "unique by email"
}

export async function award(accountId: string, kind: string) {
  const has = await prisma.badge.findUnique({ where: { accountId_kind: { accountId, kind } } });
  if (!has) {
    await prisma.badge.create({ data: { accountId, kind } }); // expect: SL303
  }
}

export async function firstVisit(accountId: string, page: string) {
  const seen = await prisma.visit.findFirst({ where: { accountId, page } });
  if (seen) return false;
  await prisma.visit.create({ data: { accountId, page } }); // expect: SL301
  return true;
}

export async function safeAccountFor(email: string) {
  const account = await prisma.account.findUnique({ where: { email } });
  if (account) return account;
  try {
    return await prisma.account.create({ data: { email } });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      return prisma.account.findUniqueOrThrow({ where: { email } });
    }
    throw error;
  }
}
