import { Pool } from 'pg';
import sqlite3 from 'sqlite3';

const pool = new Pool();

export async function save(id: string, name: string) {
  const found = await pool.query('SELECT id FROM shops WHERE code = $1', [id]); // step: probed
  const text = found.rows.length
    ? 'UPDATE shops SET name = $2 WHERE code = $1'
    : 'INSERT INTO shops (code, name) VALUES ($1, $2)';
  await pool.query(text, [id, name]); // expect: SL301 step: called
}

export async function once(mail: string) {
  await pool.query( // expect: SL301
    'INSERT INTO guests (mail) SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM guests WHERE mail = $1)',
    [mail],
  );
}
