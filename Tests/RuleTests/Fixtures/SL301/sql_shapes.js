import { Pool } from 'pg'

const pool = new Pool()

// The insert stands in a common expression.
export async function order(key, lines) {
  const known = await pool.query('SELECT id FROM orders WHERE key = $1', [key])
  if (known.rows.length) return known.rows[0]
  return pool.query( // expect: SL301 "key"
    `WITH made AS (
       INSERT INTO orders (key, lines) VALUES ($1, $2) RETURNING id
     ), counted AS (UPDATE stock SET left = left - 1 WHERE left > 0 RETURNING id)
     SELECT made.id, counted.id FROM made, counted`,
    [key, lines]
  )
}

export async function orderOnce(key, lines) {
  const known = await pool.query('SELECT id FROM orders WHERE key = $1', [key])
  if (known.rows.length) return known.rows[0]
  return pool.query(
    `WITH made AS (
       INSERT INTO orders (key, lines) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING RETURNING id
     )
     SELECT id FROM made`,
    [key, lines]
  )
}

// Statements that are prepared first, by whatever `env` holds.
export async function reserve(env, room, day) {
  const db = env.DB
  const taken = await db
    .prepare('SELECT id FROM stays WHERE room = ? AND day = ?')
    .bind(room, day)
    .first()
  if (taken) throw new Error('taken')
  await db.prepare('INSERT INTO stays (room, day) VALUES (?, ?)').bind(room, day).run() // expect: SL301
}

export async function reserveOnce(env, room, day) {
  const db = env.DB
  const taken = await db.prepare('SELECT id FROM stays WHERE room = ?').bind(room).first()
  if (taken) throw new Error('taken')
  await db.prepare('INSERT OR IGNORE INTO stays (room, day) VALUES (?, ?)').bind(room, day).run()
}

// A table that is locked by the text that asks.
export async function note(text) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const found = await client.query(
      'LOCK TABLE notes IN SHARE ROW EXCLUSIVE MODE; SELECT count(*) FROM notes WHERE text = $1', [text])
    if (found.rows[0].count > 0) throw new Error('noted')
    await client.query('INSERT INTO notes (text) VALUES ($1)', [text])
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}
