import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { drizzle as postgres } from 'drizzle-orm/node-postgres';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const link = sqliteTable('link', {
  id: integer('id').primaryKey(),
  name: text('name'),
  shopId: integer('shop_id'),
});

const db = drizzle({ connection: { url: process.env.DATABASE_URL! } });
const other = postgres(process.env.OTHER_URL!);

// Its transactions run one after the other.
export async function install(shopId: number) {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select()
      .from(link)
      .where(and(eq(link.name, 'agent'), eq(link.shopId, shopId)));
    if (found) return found;
    const [made] = await tx.insert(link).values({ name: 'agent', shopId }).returning();
    return made;
  });
}

export async function installAlone(shopId: number) {
  const [found] = await db.select().from(link).where(eq(link.shopId, shopId));
  if (found) return found;
  await db.insert(link).values({ name: 'agent', shopId }); // expect: SL301
}

export async function installElsewhere(shopId: number) {
  return other.transaction(async (tx) => {
    const [found] = await tx.select().from(link).where(eq(link.shopId, shopId));
    if (found) return found;
    await tx.insert(link).values({ name: 'agent', shopId }); // expect: SL301
  });
}

// What is given to a helper runs in a transaction, unless there is one already.
async function together<T>(tx: typeof db | null, work: (tx: typeof db) => Promise<T>): Promise<T> {
  if (tx) return work(tx);
  return again(() => db.transaction(work));
}

async function again<T>(run: () => Promise<T>): Promise<T> {
  return run();
}

export async function installTogether(shopId: number) {
  return together(null, async (tx) => {
    const [found] = await tx.select().from(link).where(eq(link.shopId, shopId));
    if (found) return found;
    const [made] = await tx.insert(link).values({ name: 'agent', shopId }).returning();
    return made;
  });
}
