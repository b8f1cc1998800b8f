import { Prisma, PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// The last row of the list is read, and another one is put behind it.
export async function moveToEnd(listId: string, itemId: string) {
  const last = await prisma.item.findFirst({ where: { listId }, orderBy: { position: 'desc' } });
  await prisma.item.update({
    where: { id: itemId },
    data: { position: last ? last.position + 1 : 1 },
  });
}

// The row is found by its list and written by its number: it is the same.
export async function push(listId: string) {
  const last = await prisma.item.findFirst({ where: { listId } });
  if (!last) return;
  await prisma.item.update({ where: { id: last.id }, data: { position: last.position + 1 } }); // expect: SL302
}

async function lockList(tx: Prisma.TransactionClient, listId: string, parentId: string | null) {
  const query = parentId
    ? Prisma.sql`SELECT "id" FROM "Item" WHERE "listId" = ${listId} AND "parentId" = ${parentId} FOR UPDATE`
    : Prisma.sql`SELECT "id" FROM "Item" WHERE "listId" = ${listId} AND "parentId" IS NULL FOR UPDATE`;
  return tx.$executeRaw(query);
}

async function raise(tx: Prisma.TransactionClient, itemId: string) {
  const item = await tx.item.findUniqueOrThrow({ where: { id: itemId } });
  await tx.item.update({ where: { id: itemId }, data: { position: item.position + 1 } });
}

// Every way to `raise` comes through the lock.
export async function raiseIn(listId: string, itemId: string) {
  await prisma.$transaction(async (tx) => {
    await lockList(tx, listId, null);
    await raise(tx, itemId);
  });
}

async function lower(tx: Prisma.TransactionClient, itemId: string) {
  const item = await tx.item.findUniqueOrThrow({ where: { id: itemId } });
  await tx.item.update({ where: { id: itemId }, data: { position: item.position - 1 } }); // expect: SL302
}

export async function lowerIn(listId: string, itemId: string) {
  await prisma.$transaction(async (tx) => {
    await lockList(tx, listId, null);
    await lower(tx, itemId);
  });
  await prisma.$transaction((tx) => lower(tx, itemId));
}
