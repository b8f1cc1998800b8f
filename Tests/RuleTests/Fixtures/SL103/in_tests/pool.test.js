import { Pool } from 'pg';
import assert from 'node:assert';

const pool = new Pool();

test('counts the rows', async () => {
  const client = await pool.connect();
  const { rows } = await client.query('SELECT 1');
  assert.equal(rows.length, 1);
  client.release();
});

test('skips where there are none', async () => {
  const client = await pool.connect(); // expect: SL102
  const { rows } = await client.query('SELECT 1');
  if (rows.length === 0) return;
  client.release();
});
