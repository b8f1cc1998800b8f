import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const votes = pgTable('votes', { poll: integer('poll'), voter: text('voter') });
export const db = drizzle('postgres://localhost/polls');
export type Database = typeof db;
export function connect() {
  return drizzle('postgres://localhost/polls');
}
