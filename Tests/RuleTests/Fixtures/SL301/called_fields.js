// A query builder in a field, which is called itself.
import knex from 'knex';

export class Tags {
  constructor(options) {
    this.knex = knex(options);
    this.table = 'tags';
  }

  async add(content) {
    const known = await this.knex('tags').where({ content }).first();
    if (!known) {
      await this.knex('tags').insert({ content }); // expect: SL301 "`tags`"
    }
  }

  addLater = async (content) => {
    const known = await this.knex.select().from(this.table).where({ content }).first();
    if (!known) {
      await this.knex(this.table).insert({ content }); // expect: SL301
    }
  };

  async addSafely(content) {
    await this.knex('tags').insert({ content }).onConflict('content').ignore();
  }
}

export class Notes {
  constructor(db) {
    this.db = db;
  }

  async add(tag, text) {
    const known = await this.db('tags').where({ tag }).first();
    if (!known) throw new Error('no such tag');
    await this.db('notes').insert({ tag, text });
  }
}
