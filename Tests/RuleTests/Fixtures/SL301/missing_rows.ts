import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function label(ownerId: string, names: string[]) {
  const known = await prisma.label.findMany({ where: { ownerId, name: { in: names } } });
  const have = new Set(known.map((label) => label.name));
  const missing = names.filter((name) => !have.has(name));
  return Promise.all(
    missing.map((name) => prisma.label.create({ data: { ownerId, name } })), // expect: SL301
  );
}

export async function labelAtOnce(ownerId: string, names: string[]) {
  const known = await prisma.label.findMany({ where: { ownerId } });
  const missing = names.filter((name) => !known.some((label) => label.name === name));
  await prisma.label.createMany({ data: missing.map((name) => ({ ownerId, name })) }); // expect: SL301
}

// Duplicates are skipped by the database; what is made has nothing to do with what is there.
export async function labelOnce(ownerId: string, names: string[]) {
  const known = await prisma.label.findMany({ where: { ownerId } });
  const missing = names.filter((name) => !known.some((label) => label.name === name));
  await prisma.label.createMany({ data: missing.map((name) => ({ ownerId, name })), skipDuplicates: true });
}

export async function labelAll(ownerId: string, names: string[]) {
  const known = await prisma.label.findMany({ where: { ownerId } });
  const long = names.filter((name) => name.length > 3);
  await prisma.label.createMany({ data: long.map((name) => ({ ownerId, name })) });
  return known.length;
}
