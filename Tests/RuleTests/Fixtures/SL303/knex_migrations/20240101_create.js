exports.up = (knex) =>
  knex.schema
    .createTable('domains', (table) => {
      table.increments('id').primary();
      table.string('address').unique();
    })
    .createTable('pages', (table) => {
      table.integer('domain_id');
      table.string('path');
      table.unique(['domain_id', 'path']);
    })
    .createTable('settings', (table) => {
      table.string('name').notNullable().primary();
      table.json('value');
    })
    .createTable('hits', (table) => {
      table.string('page').index();
    });
