// An id that a function of the project computes of what it is given is no random one.
import { PrismaClient } from '@prisma/client';
import { v4, v5 } from 'uuid';

const prisma = new PrismaClient();

function uuid(...parts) {
  if (!parts.length) return v4();
  return v5(parts.join(''), process.env.SALT);
}

export async function visitOf(site, host) {
  const key = uuid(site, host);
  const known = await prisma.visit.findUnique({ where: { key } });
  if (known) return known;
  return prisma.visit.create({ data: { key, site } }); // expect: SL303
}

export async function tokenOf(site) {
  const key = uuid();
  const known = await prisma.visit.findUnique({ where: { key } });
  if (known) return null;
  return prisma.visit.create({ data: { key, site } });
}
