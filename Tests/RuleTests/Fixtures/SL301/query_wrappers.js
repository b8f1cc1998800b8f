// A project's own `query(text, values)`: what it sends is said where it is called.
import { Pool } from 'pg'

const pool = new Pool()

const query = (text, values) => pool.query(text, values)

async function rows(text, values = []) {
  const result = await query(text, values)
  return result.rows
}

async function one(text, values = []) {
  const found = await rows(text, values)
  return found[0]
}

export async function join(email) {
  const { rows } = await query('SELECT 1 FROM members WHERE email = $1', [email])
  if (rows.length > 0) throw new Error('there is one')
  await query('INSERT INTO members (email) VALUES ($1)', [email]) // expect: SL301
}

export async function invite(email) {
  const known = await rows('SELECT id FROM invitations WHERE email = $1', [email])
  if (known.length) return known[0]
  return rows('INSERT INTO invitations (email) VALUES ($1) RETURNING id', [email]) // expect: SL301
}

export async function tag(name) {
  const known = await one('SELECT id FROM tags WHERE name = $1', [name])
  if (known) return known
  return one('INSERT INTO tags (name) VALUES ($1) RETURNING id', [name]) // expect: SL301
}

export async function tagOnce(name) {
  const known = await one('SELECT id FROM labels WHERE name = $1', [name])
  if (known) return known
  return one('INSERT INTO labels (name) VALUES ($1) ON CONFLICT (name) DO NOTHING', [name])
}

export async function audit(email) {
  const known = await one('SELECT id FROM members WHERE email = $1', [email])
  if (!known) return
  await query('INSERT INTO audits (member) VALUES ($1)', [known.id])
}
