import { randomUUID } from 'node:crypto';
import pg from 'pg';

const pool = new pg.Pool();

// The values are no plain list of parameters: each belongs to the column in its place.
export async function send(sender, subject) {
  const known = await pool.query('SELECT id FROM letters WHERE sender = $1 AND subject = $2', [sender, subject]);
  if (known.rows.length === 0) {
    await pool.query( // expect: SL303
      `INSERT INTO letters (id, subject, sender, state, sent_at) VALUES ($1, $2, lower($3), 'new', NOW())`,
      [randomUUID(), subject, sender],
    );
  }
}

export async function sendAnew(sender) {
  const known = await pool.query('SELECT id FROM letters WHERE sender = $1', [sender]);
  if (known.rows.length === 0) {
    await pool.query( // expect: SL301
      `INSERT INTO letters (id, subject, sender, state, sent_at) VALUES ($1, $2, $3, 'new', NOW())`,
      [randomUUID(), randomUUID(), sender],
    );
  }
}
