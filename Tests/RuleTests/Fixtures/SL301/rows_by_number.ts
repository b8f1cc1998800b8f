import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core';

const box = pgTable('box', {
  id: serial('id').primaryKey(),
  pageId: integer('page_id'),
  name: text('name'),
});

const db = drizzle(process.env.DATABASE_URL!);

// One without a number is a new one, whatever is there.
export async function store(pageId: number, input: { id?: number; name: string }[]) {
  const rows = await db.select().from(box).where(eq(box.pageId, pageId));
  const byName = new Map(rows.map((row) => [row.name, row]));
  const byId = new Map(rows.filter((row) => row.name).map((row) => [row.id, row]));
  if (byName.size !== rows.length) return;
  for (const one of input) {
    const known = one.id != null ? byId.get(one.id) : undefined;
    if (known) {
      await db.update(box).set({ name: one.name }).where(eq(box.id, known.id));
    } else {
      await db.insert(box).values({ pageId, name: one.name });
    }
  }
}

export async function storeNamed(pageId: number, input: { name: string }[]) {
  const rows = await db.select().from(box).where(eq(box.pageId, pageId));
  const byName = new Map(rows.map((row) => [row.name, row]));
  for (const one of input) {
    if (byName.get(one.name)) continue;
    await db.insert(box).values({ pageId, name: one.name }); // expect: SL301
  }
}
