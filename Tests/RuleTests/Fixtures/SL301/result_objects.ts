import { Pool } from 'pg';

const db = new Pool();

// A helper that answers with an object: its members say what was found.
async function overlapOf(room: string, from: string, to: string, besides?: string) {
  if (!room) return { overlaps: false, reason: '' };
  let text = `SELECT id FROM stays WHERE room = $1 AND starts < $2 AND ends > $3`;
  const values = [room, to, from];
  if (besides) {
    text += ` AND id <> $4`;
    values.push(besides);
  }
  const { rows } = await db.query(text, values);
  if (rows.length > 0) {
    return { overlaps: true, reason: `${rows.length} other stays` };
  }
  return { overlaps: false, reason: '' };
}

async function isFree(room: string) {
  const { rows } = await db.query('SELECT id FROM stays WHERE room = $1', [room]);
  return rows.length === 0 ? { ok: true } : { ok: false, taken: rows };
}

export async function stay(room: string, from: string, to: string) {
  const { overlaps: isTaken, reason } = await overlapOf(room, from, to);
  if (isTaken) throw new Error(reason);
  await db.query('INSERT INTO stays (room, starts, ends) VALUES ($1, $2, $3)', [room, from, to]); // expect: SL301
}

export async function stayAll(rooms: string[], from: string, to: string) {
  for (const room of rooms) {
    const found = await overlapOf(room, from, to);
    if (found.overlaps) return found;
  }
  for (const room of rooms) {
    await db.query('INSERT INTO stays (room, starts, ends) VALUES ($1, $2, $3)', [room, from, to]); // expect: SL301
  }
}

export async function stayIfFree(room: string, from: string, to: string) {
  const free = await isFree(room);
  if (!free.ok) throw new Error('taken');
  await db.query('INSERT INTO stays (room, starts, ends) VALUES ($1, $2, $3)', [room, from, to]); // expect: SL301
}

// The other answer: who has stayed may stay longer. And a lock that is held before.
export async function extend(room: string, from: string, to: string) {
  const { overlaps } = await overlapOf(room, from, to);
  if (!overlaps) throw new Error('nobody stays');
  await db.query('INSERT INTO stays (room, starts, ends) VALUES ($1, $2, $3)', [room, from, to]);
}

export async function stayLocked(room: string, from: string, to: string) {
  const client = await db.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT id FROM rooms WHERE id = $1 FOR UPDATE', [room]);
    const { overlaps } = await overlapOf(room, from, to);
    if (!overlaps) {
      await client.query('INSERT INTO stays (room, starts, ends) VALUES ($1, $2, $3)', [room, from, to]);
    }
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
