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

// Either may be what two requests have in common, and either is unique.
export async function mailboxFor(address: string, groupId: number, owner: string) {
  const taken = await prisma.mailbox.findFirst({ where: { OR: [{ address }, { groupId }] } });
  if (taken) throw new Error('taken');
  return prisma.mailbox.create({ data: { address, groupId, owner } }); // expect: SL303
}

// Two groups of one owner are not kept apart.
export async function onlyMailboxOf(address: string, groupId: number, owner: string) {
  const taken = await prisma.mailbox.findFirst({ where: { OR: [{ address }, { owner }] } });
  if (taken) throw new Error('taken');
  return prisma.mailbox.create({ data: { address, groupId, owner } }); // expect: SL301 "by `address`, `owner`"
}
