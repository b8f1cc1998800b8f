import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 1000 });

// What a wrapper gives is what the function gives that it runs: each call says which.
async function retry<T>(fn: () => Promise<T>): Promise<T> {
  try {
    return await fn();
  } catch {
    return await fn();
  }
}

async function touch(id: string): Promise<void> {
  await pool.query('update stock set seen = now() where id = $1', [id]);
}

export async function count() {
  const client = await retry(() => pool.connect());
  try {
    return await client.query('select count(*) from stock');
  } finally {
    client.release();
  }
}

export async function lost() {
  const client = await retry(() => pool.connect()); // expect: SL101
  return await client.query('select count(*) from stock');
}

export async function see(id: string): Promise<number> {
  await retry(() => touch(id));
  return retry(async () => 5);
}

// What was given back before it is returned owes nothing.
async function nameOf(id: string) {
  const client = await pool.connect();
  try {
    await client.query('select name from stock where id = $1', [id]);
  } finally {
    client.release();
  }
  return client;
}

export async function show(id: string): Promise<string> {
  const client = await nameOf(id);
  return String(client);
}
