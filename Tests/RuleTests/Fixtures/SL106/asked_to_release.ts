// A helper that gives the connection back if it is told to: whether it did, its caller knows.
import { Pool, PoolClient } from 'pg';

const pool = new Pool();

async function run(client: PoolClient, text: string, andRelease = false) {
  const { rows } = await client.query(text);
  if (andRelease) client.release();
  return rows;
}

async function runFirst(client: PoolClient, text: string, andRelease = false) {
  return run(client, text, andRelease);
}

async function settle(client: PoolClient & { begun?: boolean }) {
  if (client.begun === true) return;
  client.release();
}

async function finish(client: PoolClient, text: string) {
  await client.query(text);
  client.release();
}

export async function keeps() {
  const client = await pool.connect();
  try {
    await run(client, 'SELECT 1');
    await run(client, 'SELECT 2', false);
    return await client.query('SELECT 3');
  } finally {
    client.release();
  }
}

export async function keepsFurther() {
  const client = await pool.connect();
  try {
    await runFirst(client, 'SELECT 1');
    return await client.query('SELECT 2');
  } finally {
    client.release();
  }
}

export async function settles() {
  const client = await pool.connect();
  await settle(client);
  return client.query('SELECT 1');
}

export async function usesAfter() {
  const client = await pool.connect();
  await finish(client, 'SELECT 1');
  return client.query('SELECT 2'); // expect: SL106
}
