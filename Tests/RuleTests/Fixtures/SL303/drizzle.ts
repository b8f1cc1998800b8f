import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, serial, text, uniqueIndex } from 'drizzle-orm/pg-core';

export const wallets = pgTable('wallets', {
  id: serial('id').primaryKey(),
  owner: text('owner').notNull().unique(),
});
export const entries = pgTable(
  'entries',
  { id: serial('id').primaryKey(), wallet: integer('wallet'), slot: integer('slot') },
  (table) => [uniqueIndex('one_slot').on(table.wallet, table.slot)],
);
export const remarks = pgTable('remarks', { id: serial('id').primaryKey(), words: text('words') });

const db = drizzle(process.env.DATABASE_URL!);

export async function walletOf(owner: string) {
  const [found] = await db.select().from(wallets).where(eq(wallets.owner, owner)).limit(1);
  if (found) return found;
  const [made] = await db.insert(wallets).values({ owner }).returning(); // expect: SL303 "unique by owner"
  return made;
}

export async function enter(wallet: number, slot: number) {
  const found = await db.query.entries.findFirst({
    where: and(eq(entries.wallet, wallet), eq(entries.slot, slot)),
  });
  if (found) throw new Error('taken');
  await db.insert(entries).values({ wallet, slot }); // expect: SL303 "instead of the refusal"
}

export async function remark(words: string) {
  const [found] = await db.select().from(remarks).where(eq(remarks.words, words));
  if (found) return found;
  const [made] = await db.insert(remarks).values({ words }).returning(); // expect: SL301
  return made;
}
