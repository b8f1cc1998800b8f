import { Client, Pool } from 'pg';

const pool = new Pool();

// What is called before `.catch` is called at once, whoever waits for it.
export async function ended() {
  const client = new Client();
  await client.connect();
  try {
    await client.query('SELECT 1');
  } finally {
    client.end().catch(() => null);
  }
}

export async function endedWithVoid() {
  const client = new Client();
  await client.connect();
  try {
    await client.query('SELECT 1');
  } finally {
    void client.end().then(() => {}, () => {});
  }
}

export async function undone(items: string[]) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('INSERT INTO items VALUES ($1)', items);
    await client.query('COMMIT');
  } catch (error) {
    client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

export async function onlySometimes(items: string[]) {
  const client = new Client(); // expect: SL102
  await client.connect();
  if (items.length === 0) return;
  client.end().catch(() => null);
}

// A bound method is the client's end, whoever is given it.
export async function bound(response: { once(event: string, then: () => void): void }) {
  const client = await pool.connect();
  response.once('close', client.release.bind(client));
}
