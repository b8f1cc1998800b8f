import { Knex } from 'knex';
import { Rooms } from './stores';

export abstract class Table<T> {
  constructor(protected db: Knex) {}

  abstract get tableName(): string;

  protected rooms() {
    return new Rooms(this.db);
  }

  async one(id: string): Promise<T> {
    return this.db(this.tableName).where({ id }).first();
  }

  async has(id: string) {
    return !!(await this.one(id));
  }

  protected async check(row: T): Promise<T> {
    return row;
  }

  async keep(row: T & { id?: string }) {
    await this.check(row);
    if (row.id) {
      await this.db(this.tableName).update(row).where({ id: row.id });
    } else {
      await this.db(this.tableName).insert(row);
    }
  }
}

export abstract class Base<T> {
  constructor(protected db: Knex) {}

  abstract get tableName(): string;

  async keep(row: T & { id?: string }) {
    await this.run(async () => {
      if (row.id) {
        await this.db(this.tableName).update(row).where({ id: row.id });
      } else {
        await this.db(this.tableName).insert(row);
      }
    });
  }

  private async run(work: () => Promise<void>) {
    await work();
  }
}
