// Whether there is any row at all is asked until the program is set up, and never again.
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

async function isEmpty() {
  return (await prisma.company.count()) === 0;
}

export async function found(name: string) {
  if (!(await isEmpty())) throw new Error('there is a company');
  return prisma.company.create({ data: { name } }); // expect: SL301 note
}

export async function soleProfile(name: string) {
  const profile = await prisma.profile.findFirst({});
  return profile ?? prisma.profile.create({ data: { name } }); // expect: SL301 note
}

export async function profileOf(name: string) {
  const profile = await prisma.profile.findFirst({ where: { name } });
  return profile ?? prisma.profile.create({ data: { name } }); // expect: SL301 error
}
