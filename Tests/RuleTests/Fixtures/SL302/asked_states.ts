// A state that the question asks for, and the write does not.
import { PrismaClient } from '@prisma/client';
import { Pool } from 'pg';
import knex from 'knex';
import { createClient } from '@supabase/supabase-js';

const prisma = new PrismaClient();
const pool = new Pool({ connectionTimeoutMillis: 5000 });
const db = knex({ client: 'pg' });
const supabase = createClient(process.env.URL!, process.env.KEY!);

export async function nextParcel(courier: string) {
  const parcel = await prisma.parcel.findFirst({ where: { state: 'WAITING' } }); // step: probed
  if (!parcel) return null;
  return prisma.parcel.update({ where: { id: parcel.id }, data: { state: 'ON_TOUR', courier } }); // expect: SL302 "can both get the row"
}

export async function nextParcelOnce(courier: string) {
  const parcel = await prisma.parcel.findFirst({ where: { state: 'WAITING' } });
  if (!parcel) return null;
  const { count } = await prisma.parcel.updateMany({
    where: { id: parcel.id, state: 'WAITING' },
    data: { state: 'ON_TOUR', courier },
  });
  return count === 1 ? parcel : null;
}

export async function cash(code: string, userId: string) {
  const card = await prisma.card.findFirst({ where: { code, cashed: false } });
  if (!card) throw new Error('no such card');
  await prisma.card.update({ where: { id: card.id }, data: { cashed: true } }); // expect: SL302 "happens twice"
  await prisma.purse.update({ where: { userId }, data: { money: { increment: card.money } } });
}

export async function nextTask(worker: string) {
  const { rows } = await pool.query("SELECT * FROM tasks WHERE state = 'waiting' LIMIT 1");
  if (rows.length === 0) return null;
  await pool.query("UPDATE tasks SET state = 'busy', worker = $1 WHERE id = $2", [worker, rows[0].id]); // expect: SL302
  return rows[0];
}

export async function useLink(token: string) {
  const { rows } = await pool.query('SELECT * FROM links WHERE token = $1 AND used = false', [token]);
  if (rows.length === 0) throw new Error('bad link');
  await pool.query('UPDATE links SET used = true WHERE id = $1', [rows[0].id]); // expect: SL302
}

export async function nextTaskLocked(worker: string) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query(
      "SELECT * FROM tasks WHERE state = 'waiting' LIMIT 1 FOR UPDATE SKIP LOCKED",
    );
    const task = rows[0];
    if (task) await client.query("UPDATE tasks SET state = 'busy', worker = $1 WHERE id = $2", [worker, task.id]);
    await client.query('COMMIT');
    return task;
  } finally {
    client.release();
  }
}

export async function nextCall() {
  const call = await db('calls').where({ state: 'new' }).orderBy('id').first();
  if (!call) return null;
  await db('calls').where({ id: call.id }).update({ state: 'running' }); // expect: SL302 "may be done once"
  return call;
}

export async function nextTable(guest: string) {
  const { data: table } = await supabase.from('tables').select('*').eq('state', 'free').limit(1).single();
  if (!table) return null;
  await supabase.from('tables').update({ state: 'taken', guest }).eq('id', table.id); // expect: SL302
  return table;
}

export async function nextTableOnce(guest: string) {
  const { data: table } = await supabase.from('tables').select('*').eq('state', 'free').limit(1).single();
  if (!table) return null;
  const { data } = await supabase
    .from('tables')
    .update({ state: 'taken', guest })
    .eq('id', table.id)
    .eq('state', 'free')
    .select();
  return data?.length ? table : null;
}

// What is only selected was not asked for, and twice confirmed is confirmed.
export async function confirm(id: string, isConfirmed: boolean) {
  const reader = await prisma.reader.findUnique({ where: { id }, select: { id: true, confirmed: true } });
  if (reader && isConfirmed) {
    await prisma.reader.update({ where: { id: reader.id }, data: { confirmed: isConfirmed } });
  }
}

// Who did it is only told.
export async function reject(pairId: string, userId: string) {
  const pair = await prisma.pair.findFirst({ where: { pairId, state: 'proposed' } });
  if (pair) await prisma.pair.update({ where: { id: pair.id }, data: { state: 'rejected', userId } });
}

// Whoever goes through all of them does so alone.
export async function closeAll(worker: string) {
  const calls = await prisma.call.findMany({ where: { state: 'open' } });
  for (const call of calls) {
    await prisma.call.update({ where: { id: call.id }, data: { state: 'closed', worker } });
  }
}
