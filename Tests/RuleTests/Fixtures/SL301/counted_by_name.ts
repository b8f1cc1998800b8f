import { count, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, serial, text } from 'drizzle-orm/pg-core';

const visits = pgTable('visits', { id: serial('id'), room: text('room') });
const db = drizzle(process.env.DATABASE_URL!);

// A number goes by whatever name the question gives it.
export async function visit(room: string) {
  const taken = await db.select({ n: count() }).from(visits).where(eq(visits.room, room));
  if (taken[0].n > 0) throw new Error('taken');
  await db.insert(visits).values({ room }); // expect: SL301
}

export async function visitByText(room: string) {
  const [{ many }] = await db.select({ many: sql<number>`count(*)` }).from(visits).where(eq(visits.room, room));
  if (many > 0) throw new Error('taken');
  await db.insert(visits).values({ room }); // expect: SL301
}

export async function visitOnce(room: string) {
  const taken = await db.select({ n: count() }).from(visits).where(eq(visits.room, room));
  if (taken[0].n > 0) throw new Error('taken');
  await db.insert(visits).values({ room }).onConflictDoNothing();
}

// A column of the row that must be there is no number of rows.
export async function again(id: number) {
  const [last] = await db.select({ room: visits.room }).from(visits).where(eq(visits.id, id));
  if (last.room === 'closed') throw new Error('closed');
  await db.insert(visits).values({ room: last.room });
}

