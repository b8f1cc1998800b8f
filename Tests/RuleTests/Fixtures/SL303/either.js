import { Pool } from 'pg'

const pool = new Pool()

export const tables = `
  CREATE TABLE mails (receiver int, event text, key text, day date, UNIQUE (receiver, event, key));
`

// The key says nothing where the question is answered by the day.
export async function mail(receiver, event, key) {
  const found = await pool.query(
    `SELECT count(*) FROM mails
      WHERE receiver = $1 AND event = $2 AND (key = $3 OR day = current_date)`, [receiver, event, key])
  if (found.rows[0].count > 0) return null
  return pool.query('INSERT INTO mails (receiver, event, key, day) VALUES ($1, $2, $3, now())', [receiver, event, key]) // expect: SL301
}

export async function mailByKey(receiver, event, key) {
  const found = await pool.query(
    'SELECT count(*) FROM mails WHERE receiver = $1 AND event = $2 AND key = $3', [receiver, event, key])
  if (found.rows[0].count > 0) return null
  return pool.query('INSERT INTO mails (receiver, event, key) VALUES ($1, $2, $3)', [receiver, event, key]) // expect: SL303
}
