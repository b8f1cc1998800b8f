import { PassThrough } from 'node:stream';
import pg from 'pg';

const pool = new pg.Pool();

// Making a stream, and a text's own methods given constants, raise nothing.
export async function read(path) {
  const client = await pool.connect();
  const parts = path.replaceAll('\\', '/').split('/');
  const sink = new PassThrough();
  client.release();
  return [parts, sink];
}

export async function readParsed(text) {
  const client = await pool.connect(); // expect: SL103
  const rows = JSON.parse(text);
  client.release();
  return rows;
}
