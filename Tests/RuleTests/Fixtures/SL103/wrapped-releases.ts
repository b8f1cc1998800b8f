// A function that was wrapped still gives back what the wrapper hands on.
import { once } from 'node:events';
import net from 'node:net';
import { Pool, PoolClient } from 'pg';

const pool = new Pool();

function traced<F extends (...a: any[]) => any>(work: F, name: string): F {
  const wrapped = async (...args: any[]) => {
    console.log(name);
    return await work(...args);
  };
  return wrapped as F;
}

async function write(text: string, client: PoolClient) {
  try {
    await client.query('INSERT INTO lines (text) VALUES ($1)', [text]);
  } finally {
    client.release();
  }
}

async function count(client: PoolClient) {
  return await client.query('SELECT count(*) FROM lines');
}

export async function log(text: string) {
  const client = await pool.connect();
  await traced(write, 'log')(text, client);
}

export async function peek() {
  const client = await pool.connect(); // expect: SL101
  return await traced(count, 'peek')(client);
}

// When nothing listens there is nothing to close.
export async function tryPort(port: number) {
  const server = net.createServer();
  server.listen(port);
  await once(server, 'listening');
  server.close();
}

export async function withPort(load: () => Promise<string>) {
  const server = net.createServer();
  server.listen(0); // expect: SL103
  await load();
  server.close();
}
