import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// `delete` throws where the row is gone: of two requests with one code, one gets past it.
export async function join(code: string) {
  const { userId, clubId } = await prisma.ticket.delete({ where: { code } });
  const member = await prisma.membership.findFirst({ where: { userId, clubId } });
  if (!member) await prisma.membership.create({ data: { userId, clubId } });
}

export async function joinFirst(code: string) {
  const { userId, clubId } = await prisma.ticket.findUniqueOrThrow({ where: { code } });
  const member = await prisma.membership.findFirst({ where: { userId, clubId } });
  if (!member) await prisma.membership.create({ data: { userId, clubId } }); // expect: SL303 warning
  await prisma.ticket.delete({ where: { code } });
}

export async function joinAnyway(code: string) {
  const ticket = await prisma.ticket.delete({ where: { code } }).catch(() => null);
  const userId = ticket?.userId ?? 1;
  const member = await prisma.membership.findFirst({ where: { userId, clubId: 1 } });
  if (!member) await prisma.membership.create({ data: { userId, clubId: 1 } }); // expect: SL303 warning
}

export async function joinMany(userId: number, clubs: number[]) {
  const members = await prisma.membership.findMany({ where: { userId } });
  if (members.length === 0) {
    await prisma.membership.createMany({ data: clubs.map((clubId) => ({ userId, clubId })) }); // expect: SL303 warning
  }
}
