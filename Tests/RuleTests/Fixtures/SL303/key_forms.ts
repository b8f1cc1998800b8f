import { Kysely } from 'kysely';
import { MongoClient } from 'mongodb';
import { Column, Model, Table, Unique } from 'sequelize-typescript';

const store = new MongoClient('mongodb://localhost').db('club');

export async function prepare() {
  await store.collection('locker').createIndexes([
    { key: { hall: 1, number: 1 }, unique: true },
    { key: { colour: 1 } },
  ]);
}

export async function addLocker(hall: string, number: number) {
  if (!(await store.collection('locker').findOne({ hall, number }))) {
    await store.collection('locker').insertOne({ hall, number }); // expect: SL303
  }
}

export async function addColour(colour: string) {
  if (!(await store.collection('locker').findOne({ colour }))) {
    await store.collection('locker').insertOne({ colour }); // expect: SL301
  }
}

export async function up(db: Kysely<any>) {
  await db.schema
    .createTable('player')
    .addColumn('card', 'text', (column) => column.notNull().unique())
    .addColumn('nick', 'text', (column) => column.notNull())
    .execute();
}

export async function enter(db: Kysely<any>, card: string) {
  const known = await db.selectFrom('player').select('id').where('card', '=', card).executeTakeFirst();
  if (!known) await db.insertInto('player').values({ card }).execute(); // expect: SL303
}

export async function enterByNick(db: Kysely<any>, nick: string) {
  const known = await db.selectFrom('player').select('id').where('nick', '=', nick).executeTakeFirst();
  if (!known) await db.insertInto('player').values({ nick }).execute(); // expect: SL301
}

@Table
export class Coach extends Model {
  @Unique @Column licence!: string;
  @Column nick!: string;
}

export async function hire(licence: string) {
  if (!(await Coach.findOne({ where: { licence } }))) {
    await Coach.create({ licence } as any); // expect: SL303
  }
}

export async function hireByNick(nick: string) {
  if (!(await Coach.findOne({ where: { nick } }))) {
    await Coach.create({ nick } as any); // expect: SL301
  }
}
