// The key that the help tells is the one that was asked by: all of it, and no more.
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// A constant that the row repeats is a part of it; what is null or a flag only picks rows.
export async function unsorted(ownerId: number) {
  const there = await prisma.shelf.findFirst({ where: { name: 'Unsorted', ownerId, parentId: null } });
  if (there) return there;
  return await prisma.shelf.create({ data: { name: 'Unsorted', ownerId, parentId: null } }); // expect: SL301 "Make (name, ownerId) unique in `shelf` among the rows that `parentId` picks out here (a partial index)"
}

export async function token(name: string, ownerId: number) {
  const there = await prisma.token.findFirst({ where: { name, ownerId, revoked: false } });
  if (there) throw new Error('there is one');
  return await prisma.token.create({ data: { name, ownerId } }); // expect: SL301 "Make (name, ownerId) unique in `token` among the rows that `revoked` picks out here"
}

// A column of another row is none of this one's key.
export async function book(url: string, ownerId: number, shelfId: number) {
  const there = await prisma.book.findFirst({ where: { url, shelf: { ownerId } } });
  if (there) throw new Error('there is one');
  return await prisma.book.create({ data: { url, shelfId } }); // expect: SL301 "Declare what must be unique in `book`"
}

export async function connectedBook(url: string, ownerId: number, shelfId: number) {
  const there = await prisma.book.findFirst({ where: { url, shelf: { ownerId } } });
  if (there) throw new Error('there is one');
  return await prisma.book.create({ data: { url, shelf: { connect: { id: shelfId } } } }); // expect: SL301 "Declare what must be unique in `book`"
}
