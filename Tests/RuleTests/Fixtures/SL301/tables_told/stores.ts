import { Base, Table } from './base';

// Asks one table before it inserts into another.
export class Desks extends Table<{ id?: string; room_id?: string }> {
  get tableName() {
    return 'desks';
  }

  protected async check(row: { id?: string; room_id?: string }) {
    if (row.room_id && !(await this.rooms().has(row.room_id))) throw new Error('no such room');
    return row;
  }
}

export class Rooms extends Table<{ id?: string; label?: string }> {
  get tableName() {
    return 'rooms';
  }

  async named(label: string) {
    const known = await this.db(this.tableName).where({ label }).first();
    if (known) return known;
    await this.db(this.tableName).insert({ label }); // expect: SL301
  }
}

export class Jobs extends Table<{ id?: string; number: number }> {
  get tableName() {
    return 'jobs';
  }

  // `jobs.number` is unique.
  async begin(number: number) {
    const known = await this.db(this.tableName).where('number', '=', number).first();
    if (known) return known;
    return this.keep({ number }); // expect: SL303
  }
}

export class Badges extends Table<{ id?: string; code: string }> {
  protected table = 'badges';

  get tableName() {
    return this.table;
  }

  async issue(code: string) {
    if (await this.db(this.table).where({ code }).first()) return;
    await this.db(this.table).insert({ code }); // expect: SL303
  }
}

export class Mails extends Base<{ id?: string; key: string }> {
  get tableName() {
    return 'mails';
  }

  async push(key: string) {
    if (await this.db(this.tableName).where({ key }).first()) return;
    await super.keep({ key }); // expect: SL301
  }
}

// What stands under the key goes, whatever it is.
export class Notes extends Table<{ id?: string; key: string; text: string }> {
  get tableName() {
    return 'notes';
  }

  async text(key: string) {
    const row = await this.db(this.tableName).where('key', '=', key).first();
    return row ? row.text : null;
  }

  async write(key: string, text: string) {
    await this.db.transaction(async (trx) => {
      await trx(this.tableName).where('key', '=', key).delete();
      await trx(this.tableName).insert({ key, text });
    });
  }

  async add(key: string, text: string) {
    await this.db(this.tableName).insert({ key, text });
  }
}

export async function go(notes: Notes, desks: Desks, next: (from: string) => Promise<any>) {
  const last = await notes.text('place');
  const page = await next(last || '');
  if (!page.desks.length) {
    await notes.write('place', page.end);
  } else {
    for (const desk of page.desks) await desks.keep({ room_id: desk.room });
    await notes.write('place', page.end);
  }
}

export async function first(notes: Notes, key: string) {
  const text = await notes.text(key);
  if (!text) await notes.add(key, 'first'); // expect: SL301
}

// Who finds the note leaves, and so both go on.
export async function once(notes: Notes, key: string, run: () => Promise<void>) {
  if (await notes.text(key)) return;
  await notes.write(key, 'done'); // expect: SL301
  await run();
}

// Asks again until what it wrote is there.
export async function agreed(notes: Notes, key: string) {
  while (true) {
    const text = await notes.text(key);
    if (text) return text;
    await notes.write(key, 'first');
  }
}
