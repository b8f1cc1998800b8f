// A transaction that is begun through a pool is on whichever connection was free.
import { Pool, PoolClient } from 'pg';

const pool = new Pool();

export async function mark(id: number) {
  await pool.query('BEGIN'); // expect: SL107
  try {
    await pool.query('UPDATE orders SET marked = true WHERE id = $1', [id]);
    await pool.query('COMMIT');
  } catch (error) {
    await pool.query('ROLLBACK');
    throw error;
  }
}

export async function markAtOnce(id: number) {
  await pool.query('UPDATE orders SET marked = true WHERE id = $1', [id]);
}

async function begin(connection: PoolClient) {
  await connection.query('BEGIN');
}

export async function markWith(id: number, given?: PoolClient) {
  const client = given || (await pool.connect());
  try {
    if (!given) await begin(client);
    await client.query('UPDATE orders SET marked = true WHERE id = $1', [id]);
    if (!given) await client.query('COMMIT');
  } catch (error) {
    if (!given) await client.query('ROLLBACK');
    throw error;
  } finally {
    if (!given) client.release();
  }
}

export async function markAnyhow(id: number) {
  await markWith(id, pool as any);
}
