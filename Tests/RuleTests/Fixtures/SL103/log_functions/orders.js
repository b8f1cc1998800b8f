// What a project's own log is told is no reason to fear that telling it fails.
import { Pool } from 'pg';

import { archive, error } from './logger.js';

const pool = new Pool();

export async function cancel(id) {
  const client = await pool.connect();
  try {
    await client.query('UPDATE orders SET state = 1 WHERE id = $1', [id]);
    client.release();
  } catch (problem) {
    error(problem);
    client.release();
    throw problem;
  }
}

export async function close(id) {
  const client = await pool.connect(); // expect: SL103
  try {
    await client.query('UPDATE orders SET state = 2 WHERE id = $1', [id]);
    client.release();
  } catch (problem) {
    archive(problem);
    client.release();
    throw problem;
  }
}
