// A helper that inserts is given what happens on a conflict.
import knex, { Knex } from 'knex';

export class Labels {
  private readonly knex = knex({ client: 'pg' });

  async create(row: object, modifier?: (query: Knex.QueryBuilder) => void) {
    const query = this.knex('labels').insert(row);
    if (modifier) query.modify(modifier);
    return await query;
  }

  async add(name: string) {
    const known = await this.knex('labels').where({ name }).first();
    if (!known) {
      await this.create({ name }); // expect: SL301 "`labels`"
    }
  }

  async addSafely(name: string) {
    const known = await this.knex('labels').where({ name }).first();
    if (!known) {
      await this.create({ name }, (query) => {
        query.onConflict('name').ignore();
      });
    }
  }
}
