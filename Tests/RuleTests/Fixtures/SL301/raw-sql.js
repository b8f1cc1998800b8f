const { Pool } = require('pg');
const mysql = require('mysql2/promise');

const pool = new Pool();
const db = mysql.createPool({});

// The everyday booking: nothing is there, so a row is made.
async function book(room, day) {
  const taken = await pool.query('SELECT id FROM bookings WHERE room = $1 AND day = $2', [room, day]); // step: probed
  if (taken.rows.length > 0) throw new Error('taken'); // step: branch
  await pool.query('INSERT INTO bookings (room, day) VALUES ($1, $2)', [room, day]); // expect: SL301 "by `room`, `day`" step: called
}

async function destructured(room, day) {
  const { rows } = await pool.query('SELECT 1 FROM bookings WHERE room = $1 AND day = $2', [room, day]);
  if (!rows.length) {
    await pool.query('INSERT INTO bookings (room, day) VALUES ($1, $2)', [room, day]); // expect: SL301
  }
}

async function firstRow(email) {
  const {
    rows: [user],
  } = await pool.query('SELECT * FROM users WHERE email = $1', [email]);
  if (user) return user;
  const made = await pool.query('INSERT INTO users (email) VALUES ($1) RETURNING *', [email]); // expect: SL301
  return made.rows[0];
}

async function counted(slot, capacity) {
  const result = await pool.query(
    'SELECT COUNT(*) AS n FROM bookings WHERE slot_id = $1 AND starts < $2',
    [slot.id, slot.end],
  );
  if (Number(result.rows[0].n) >= capacity) return null;
  return pool.query('INSERT INTO bookings (slot_id) VALUES ($1)', [slot.id]); // expect: SL301
}

async function flagged(code) {
  let used = false;
  const [rows] = await db.execute('SELECT code FROM redemptions WHERE code = ?', [code]);
  if (rows.length) used = true;
  if (used) return false;
  await db.execute(`INSERT INTO redemptions (code) VALUES (?)`, [code]); // expect: SL301
  return true;
}

async function inTransaction(room, day) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const found = await client.query('SELECT 1 FROM bookings WHERE room = $1 AND day = $2', [room, day]);
    if (found.rowCount === 0) {
      await client.query('INSERT INTO bookings (room, day) VALUES ($1, $2)', [room, day]); // expect: SL301 "transaction does not help"
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

// FOR UPDATE locks the rows that are there, and there are none.
async function lockedNothing(code) {
  const found = await pool.query('SELECT 1 FROM codes WHERE code = $1 FOR UPDATE', [code]);
  if (found.rowCount) throw new Error('exists');
  await pool.query('INSERT INTO codes (code) VALUES ($1)', [code]); // expect: SL301
}

async function unrelatedHandler(email) {
  const found = await pool.query('SELECT 1 FROM users WHERE email = $1', [email]);
  if (found.rows[0]) return;
  try {
    await pool.query('INSERT INTO users (email) VALUES ($1)', [email]); // expect: SL301
  } catch (error) {
    console.error(error);
    throw error;
  }
}

// Correct look-alikes.

async function conflictClause(room, day) {
  const taken = await pool.query('SELECT id FROM bookings WHERE room = $1 AND day = $2', [room, day]);
  if (taken.rows.length > 0) throw new Error('taken');
  await pool.query('INSERT INTO bookings (room, day) VALUES ($1, $2) ON CONFLICT DO NOTHING', [room, day]);
}

async function advisoryLock(room, day) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [room]);
    const taken = await client.query('SELECT id FROM bookings WHERE room = $1 AND day = $2', [room, day]);
    if (taken.rows.length === 0) {
      await client.query('INSERT INTO bookings (room, day) VALUES ($1, $2)', [room, day]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function parentLocked(room, day) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT id FROM rooms WHERE id = $1 FOR UPDATE', [room]);
    const taken = await client.query('SELECT id FROM bookings WHERE room = $1 AND day = $2', [room, day]);
    if (taken.rowCount === 0) {
      await client.query('INSERT INTO bookings (room, day) VALUES ($1, $2)', [room, day]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function serializable(room, day) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
    const taken = await client.query('SELECT id FROM bookings WHERE room = $1 AND day = $2', [room, day]);
    if (taken.rowCount === 0) {
      await client.query('INSERT INTO bookings (room, day) VALUES ($1, $2)', [room, day]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function handled(email) {
  const found = await pool.query('SELECT 1 FROM users WHERE email = $1', [email]);
  if (found.rows[0]) return false;
  try {
    await pool.query('INSERT INTO users (email) VALUES ($1)', [email]);
  } catch (error) {
    if (error.code === '23505') return false;
    throw error;
  }
  return true;
}

const isUniqueViolation = (error) => error.code === '23505';

async function handledByHelper(email) {
  const found = await pool.query('SELECT 1 FROM users WHERE email = $1', [email]);
  if (found.rows[0]) return false;
  try {
    await pool.query('INSERT INTO users (email) VALUES ($1)', [email]);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return false;
  }
  return true;
}

// The parent must be there; its absence is refused.
async function reply(parent, text) {
  const found = await pool.query('SELECT id FROM comments WHERE id = $1', [parent]);
  if (found.rows.length === 0) throw new Error('no such comment');
  await pool.query('INSERT INTO comments (parent, text) VALUES ($1, $2)', [parent, text]);
}

async function another(user) {
  const found = await pool.query('SELECT id FROM users WHERE id = $1', [user]);
  if (found.rows.length === 0) await pool.query('INSERT INTO visits (visitor) VALUES ($1)', [user]);
}

async function eitherWay(user) {
  const found = await pool.query('SELECT id FROM visits WHERE visitor = $1', [user]);
  if (found.rows.length === 0) console.log('first visit');
  await pool.query('INSERT INTO visits (visitor) VALUES ($1)', [user]);
}

async function updated(user) {
  const found = await pool.query('SELECT id FROM users WHERE id = $1', [user]);
  if (found.rows.length === 0) throw new Error('none');
  await pool.query('UPDATE users SET seen = now() WHERE id = $1', [user]);
}

async function copied(from, to) {
  const { rows } = await pool.query('SELECT * FROM items WHERE owner = $1', [from]);
  for (const row of rows) {
    await pool.query('INSERT INTO items (owner, name) VALUES ($1, $2)', [to, row.name]);
  }
}

module.exports = {
  book, destructured, firstRow, counted, flagged, inTransaction, lockedNothing, unrelatedHandler,
  conflictClause, advisoryLock, parentLocked, serializable, handled, handledByHelper, reply,
  another, eitherWay, updated, copied,
};
