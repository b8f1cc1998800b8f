import { mysqlTable, varchar } from 'drizzle-orm/mysql-core';

export const crews = mysqlTable('crews', {
  id: varchar('id', { length: 32 }).primaryKey(),
  shipId: varchar('ship_id', { length: 32 }).notNull().unique(),
  name: varchar('name', { length: 32 }),
});
