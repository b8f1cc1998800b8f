// A lock that ends with its transaction protects nothing behind the commit.
import { Pool, PoolClient } from 'pg';

const pool = new Pool();

async function setUp() {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(77)');
    await client.query('CREATE TABLE IF NOT EXISTS accounts (id serial, name text)');
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

async function lock(client: PoolClient) {
  await client.query('SELECT pg_advisory_xact_lock(77)');
}

export async function account(client: PoolClient, name: string) {
  await setUp();
  const { rows } = await client.query('SELECT id FROM accounts WHERE name = $1', [name]);
  if (rows.length === 0) {
    await client.query('INSERT INTO accounts (name) VALUES ($1)', [name]); // expect: SL301
  }
}

export async function lockedAccount(client: PoolClient, name: string) {
  await client.query('BEGIN');
  await lock(client);
  const { rows } = await client.query('SELECT id FROM accounts WHERE name = $1', [name]);
  if (rows.length === 0) {
    await client.query('INSERT INTO accounts (name) VALUES ($1)', [name]);
  }
  await client.query('COMMIT');
}
