// Balances and stock that are read, changed in memory and written back.
import { drizzle } from 'drizzle-orm/node-postgres';
import { and, eq, gte, sql } from 'drizzle-orm';
import { pgTable, integer, text } from 'drizzle-orm/pg-core';
import { PrismaClient } from '@prisma/client';
import { Pool } from 'pg';
import mongoose from 'mongoose';

const purses = pgTable('purses', { id: text('id'), balance: integer('balance') });
const db = drizzle(process.env.DATABASE_URL!);
const prisma = new PrismaClient();
const pool = new Pool({ connectionTimeoutMillis: 5000 });
const Member = mongoose.model('Member', new mongoose.Schema({ points: Number, attempts: Number }));

async function purseOf(id: string) {
  const rows = await db.select().from(purses).where(eq(purses.id, id)).limit(1);
  return rows[0] ?? null;
}

export async function spend(id: string, amount: number) {
  const purse = await purseOf(id);
  if (purse.balance < amount) throw new Error('not enough');
  const left = purse.balance - amount;
  await db.transaction(async (tx) => {
    await tx.update(purses).set({ balance: left }).where(eq(purses.id, id)); // expect: SL302 "balance"
  });
}

export async function spendIfUnchanged(id: string, amount: number) {
  const purse = await purseOf(id);
  const left = purse.balance - amount;
  await db.update(purses).set({ balance: left }).where(and(eq(purses.id, id), eq(purses.balance, purse.balance)));
}

export async function spendInStatement(id: string, amount: number) {
  const purse = await purseOf(id);
  if (!purse) throw new Error('none');
  await db.update(purses).set({ balance: sql`${purses.balance} - ${amount}` }).where(and(eq(purses.id, id), gte(purses.balance, amount)));
}

export async function sell(sku: string, quantity: number) {
  const item = await prisma.item.findUnique({ where: { sku } });
  await prisma.item.update({ where: { sku }, data: { stock: item.stock - quantity } }); // expect: SL302 "stock"
}

export async function sellInStatement(sku: string, quantity: number) {
  const item = await prisma.item.findUnique({ where: { sku } });
  if (!item) throw new Error('none');
  await prisma.item.updateMany({ where: { sku, stock: { gte: quantity } }, data: { stock: { decrement: quantity } } });
}

export async function copyPrice(sku: string, other: string) {
  const item = await prisma.item.findUnique({ where: { sku } });
  await prisma.item.update({ where: { sku: other }, data: { price: item.price, total: item.price * 2 } });
}

export async function withdraw(account: string, amount: number) {
  const { rows } = await pool.query('SELECT balance FROM accounts WHERE id = $1', [account]);
  await pool.query('UPDATE accounts SET balance = $2 WHERE id = $1', [account, rows[0].balance - amount]); // expect: SL302
}

export async function withdrawLocked(account: string, amount: number) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query('SELECT balance FROM accounts WHERE id = $1 FOR UPDATE', [account]);
    await client.query('UPDATE accounts SET balance = $2 WHERE id = $1', [account, rows[0].balance - amount]);
    await client.query('COMMIT');
  } finally {
    client.release(true);
  }
}

export async function reward(id: string) {
  const member = await Member.findById(id);
  member.points += 10;
  await member.save(); // expect: SL302 "points"
}

export async function countAttempt(id: string) {
  const member = await Member.findById(id);
  member.attempts += 1;
  await member.save();
}

export async function rewardInStatement(id: string) {
  await Member.updateOne({ _id: id }, { $inc: { points: 10 } });
}
