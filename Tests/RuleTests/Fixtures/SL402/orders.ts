import { Pool, PoolClient } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

async function next(): Promise<number> {
  const client = await pool.connect();
  try {
    return (await client.query("SELECT nextval('numbers') AS n")).rows[0].n;
  } finally {
    client.release();
  }
}

async function nextOn(client: PoolClient): Promise<number> {
  return (await client.query("SELECT nextval('numbers') AS n")).rows[0].n;
}

export async function nested(lines: string[]) {
  const client = await pool.connect();
  try {
    const number = await next(); // expect: SL402
    for (const line of lines) {
      await client.query('INSERT INTO lines VALUES ($1, $2)', [number, line]);
    }
  } finally {
    client.release();
  }
}

export async function handed(line: string) {
  const client = await pool.connect();
  try {
    await client.query('INSERT INTO lines VALUES ($1, $2)', [await nextOn(client), line]);
  } finally {
    client.release();
  }
}

export async function before(line: string) {
  const number = await next();
  const client = await pool.connect();
  try {
    await client.query('INSERT INTO lines VALUES ($1, $2)', [number, line]);
  } finally {
    client.release();
  }
}
