// The database computes the new value; its limit was looked at before.
import { sql, eq, and, gte } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, serial } from 'drizzle-orm/pg-core';
import knex from 'knex';
import { Repository } from 'typeorm';

const purses = pgTable('purses', { id: serial('id').primaryKey(), money: integer('money') });
const db = drizzle(process.env.DATABASE_URL!);
const tables = knex({ client: 'pg' });

export async function pay(id: number, price: number) {
  const [purse] = await db.select().from(purses).where(eq(purses.id, id));
  if (purse.money < price) throw new Error('too little');
  await db.update(purses).set({ money: sql`${purses.money} - ${price}` }).where(eq(purses.id, id)); // expect: SL302 "`money`"
}

export async function payOnce(id: number, price: number) {
  const [purse] = await db.select().from(purses).where(eq(purses.id, id));
  if (purse.money < price) throw new Error('too little');
  const paid = await db
    .update(purses)
    .set({ money: sql`${purses.money} - ${price}` })
    .where(and(eq(purses.id, id), gte(purses.money, price)))
    .returning();
  if (paid.length === 0) throw new Error('too little');
}

export async function take(id: number) {
  const shelf = await tables('shelves').where({ id }).first();
  if (shelf.books < 1) throw new Error('empty');
  await tables('shelves').where({ id }).decrement('books', 1); // expect: SL302 "`books`"
}

export async function takeOnce(id: number) {
  const shelf = await tables('shelves').where({ id }).first();
  if (shelf.books < 1) throw new Error('empty');
  const taken = await tables('shelves').where({ id }).andWhere('books', '>=', 1).decrement('books', 1);
  if (!taken) throw new Error('empty');
}

class Room {
  id: number;
  beds: number;
}

export class Rooms {
  constructor(private readonly rooms: Repository<Room>) {}

  async rent(id: number) {
    const room = await this.rooms.findOneBy({ id });
    if (!room || room.beds < 1) throw new Error('full');
    await this.rooms.decrement({ id }, 'beds', 1); // expect: SL302 "`beds`"
  }
}
