import { anywhere } from './elsewhere';

// Nothing but the shape of the calls tells here, and the entity is called as repositories are.
export async function bookmarks(userId: string) {
  let collection = await anywhere.collection.findFirst({ where: { userId, mode: "bookmark" } });
  if (!collection) {
    collection = await anywhere.collection.create({ data: { userId, mode: "bookmark" } }); // expect: SL301
  }
  return collection.id;
}

// The row that is there is changed, and not made.
export async function touch(userId: string) {
  const collection = await anywhere.collection.findFirst({ where: { userId } });
  if (collection) {
    await anywhere.collection.update({ where: { id: collection.id }, data: { userId } });
  }
}
