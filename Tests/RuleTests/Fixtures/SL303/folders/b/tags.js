import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

// Two services with a table of the same name: the nearer schema counts.
export async function tagFor(label) {
  const known = await pool.query('SELECT id FROM tags WHERE label = $1', [label]);
  if (known.rows.length > 0) return known.rows[0];
  const made = await pool.query('INSERT INTO tags (label) VALUES ($1) RETURNING id', [label]); // expect: SL301
  return made.rows[0];
}
