// What runs for each element of a list does so before the function gives the connection back.
import { Pool, PoolClient } from 'pg';

const pool = new Pool();

async function run(client: PoolClient, text: string, andRelease = true) {
  const { rows } = await client.query(text);
  if (andRelease) client.release();
  return rows;
}

export async function clear(tables: string[]) {
  const client = await pool.connect();
  try {
    await Promise.all(
      tables.map(async (table) => {
        if (table !== 'kept') await run(client, `DELETE FROM ${table}`, false);
      }),
    );
  } finally {
    client.release();
  }
}

export async function clearSome(tables: string[], isDry: boolean) {
  const client = await pool.connect(); // expect: SL102
  if (isDry) return;
  await Promise.all(
    tables.map(async (table) => {
      await client.query(`DELETE FROM ${table}`);
    }),
  );
  client.release();
}
