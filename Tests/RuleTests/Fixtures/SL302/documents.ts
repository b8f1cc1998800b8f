import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function setPref(id: string, key: string, value: string) {
  const reader = await prisma.reader.findUniqueOrThrow({ where: { id } });
  await prisma.reader.update({ // expect: SL302 "`prefs`"
    where: { id },
    data: { prefs: { ...reader.prefs, [key]: value } },
  });
}

export async function follow(id: string, topic: string) {
  const reader = await prisma.reader.findUniqueOrThrow({ where: { id } });
  const topics = [...reader.topics, topic];
  await prisma.reader.update({ where: { id }, data: { topics } }); // expect: SL302
}

export async function merge(id: string, patch: object) {
  const reader = await prisma.reader.findUniqueOrThrow({ where: { id } });
  const prefs = Object.assign({}, reader.prefs, patch);
  await prisma.reader.update({ where: { id }, data: { prefs } }); // expect: SL302
}

export async function setText(id: string, theme: string) {
  const reader = await prisma.reader.findUniqueOrThrow({ where: { id } });
  const settings = JSON.parse(reader.settings);
  settings.theme = theme;
  await prisma.reader.update({ // expect: SL302
    where: { id },
    data: { settings: JSON.stringify(settings) },
  });
}

// Correct: a value that is kept, and one that is given whole.
export async function rename(id: string, name: string | null, prefs: object) {
  const reader = await prisma.reader.findUniqueOrThrow({ where: { id } });
  await prisma.reader.update({ where: { id }, data: { name: name ?? reader.name, prefs } });
}

// Correct: the write asks for the version that was read.
export async function setChecked(id: string, patch: object) {
  const reader = await prisma.reader.findUniqueOrThrow({ where: { id } });
  return prisma.reader.updateMany({
    where: { id, version: reader.version },
    data: { prefs: { ...reader.prefs, ...patch }, version: reader.version + 1 },
  });
}

// Filled in where there is no row, and merged where there is one.
export async function preferOrMake(userId: string, patch: object) {
  const own = await prisma.taste.findUnique({ where: { userId } });
  const merged = { ...(own?.data as object), ...patch };
  await prisma.taste.upsert({ where: { userId }, create: { userId, data: merged }, update: { data: merged } }); // expect: SL302 "`data`"
}
