// The answer is given to the function that makes the row, or changes the one that is there.
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

async function find(person: string, place: string) {
  const [visit] = await prisma.visit.findMany({ where: { person, place } });
  return visit || null;
}

async function keep(person: string, place: string, visit: { id: string } | null) {
  if (visit) {
    await prisma.visit.update({ where: { id: visit.id }, data: { at: new Date() } });
    return;
  }
  await prisma.visit.create({ data: { person, place } }); // expect: SL301
}

export async function track(person: string, place: string) {
  const visit = await find(person, place);
  await keep(person, place, visit);
}

async function log(person: string, place: string, visit: { id: string } | null) {
  await prisma.visit.create({ data: { person, place, after: visit?.id } });
}

export async function follow(person: string, place: string) {
  const visit = await find(person, place);
  await log(person, place, visit);
}

async function put(person: string, place: string, visit: { id: string } | null) {
  if (visit) return;
  await prisma.visit.upsert({
    where: { person_place: { person, place } },
    create: { person, place },
    update: {},
  });
}

export async function trackInOneStep(person: string, place: string) {
  const visit = await find(person, place);
  await put(person, place, visit);
}
