import { Pool, type PoolClient } from 'pg';

export const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  connectionTimeoutMillis: 3_000,
});

pool.on('error', (error) => {
  console.error('idle database connection failed', error);
});

export type Queryable = Pick<PoolClient, 'query'>;

export async function inTransaction<Result>(
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    try {
      await client.query('ROLLBACK');
    } catch (rollbackError) {
      console.error('rollback failed, the connection is dropped', rollbackError);
      broken = true;
    }
    throw error;
  } finally {
    client.release(broken);
  }
}
