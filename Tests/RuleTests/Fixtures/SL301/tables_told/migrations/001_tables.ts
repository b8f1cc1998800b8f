import { Knex } from 'knex';

export async function up(db: Knex) {
  await db.schema.createTable('jobs', (table) => {
    table.increments('id').primary();
    table.integer('number').unique();
  });
  await db.schema.createTable('badges', (table) => {
    table.string('code').unique();
  });
}
