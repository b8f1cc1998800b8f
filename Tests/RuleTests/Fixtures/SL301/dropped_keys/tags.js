const { Pool } = require('pg');

const pool = new Pool();

// A later migration has taken the key away.
async function tag(name, owner) {
  const { rows } = await pool.query('SELECT id FROM tags WHERE name = $1 AND owner = $2', [name, owner]);
  if (rows.length) return rows[0].id;
  await pool.query('INSERT INTO tags (name, owner) VALUES ($1, $2)', [name, owner]); // expect: SL301
}

async function label(text) {
  const { rows } = await pool.query('SELECT id FROM labels WHERE text = $1', [text]);
  if (rows.length) return rows[0].id;
  await pool.query('INSERT INTO labels (text) VALUES ($1)', [text]); // expect: SL301
}

// The column's own key is still there.
async function mark(name) {
  const { rows } = await pool.query('SELECT id FROM marks WHERE name = $1', [name]);
  if (rows.length) return rows[0].id;
  await pool.query('INSERT INTO marks (name) VALUES ($1)', [name]); // expect: SL303
}

// Taken away and made again; what takes a migration back does not run.
async function pin(board, nr) {
  const { rows } = await pool.query('SELECT id FROM pins WHERE board = $1 AND nr = $2', [board, nr]);
  if (rows.length) return rows[0].id;
  await pool.query('INSERT INTO pins (board, nr) VALUES ($1, $2)', [board, nr]); // expect: SL303
}

// A table that was called otherwise has kept its key.
async function board(slug) {
  const { rows } = await pool.query('SELECT id FROM boards WHERE slug = $1', [slug]);
  if (rows.length) return rows[0].id;
  await pool.query('INSERT INTO boards (slug) VALUES ($1)', [slug]); // expect: SL303
}

module.exports = { tag, label, mark, pin, board };
