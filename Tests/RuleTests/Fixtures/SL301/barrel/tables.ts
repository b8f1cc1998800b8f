import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const invites = sqliteTable('invites', {
  id: integer('id').primaryKey(),
  email: text('email'),
});
