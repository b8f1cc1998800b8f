// Texts and options that are made of themselves are followed so far and no further.
import { Pool } from 'pg';

export async function shown(pool: Pool, unit: string) {
  unit = unit + 's';
  await pool.query(`UPDATE units SET name = '${unit}'`);
}

export async function withOptions(pool: Pool, options: any) {
  for (const extra of options.all) options = { ...options, ...extra };
  await pool.query({ ...options, text: options.text });
}

function tells(error: any, extra: any) {
  extra = { ...extra, message: error.message };
  return error instanceof extra || error === extra;
}

export async function register(pool: Pool, email: string) {
  const found = await pool.query('SELECT id FROM accounts WHERE email = $1', [email]);
  if (found.rows.length > 0) throw new Error('taken');
  try {
    await pool.query('INSERT INTO accounts (email) VALUES ($1)', [email]); // expect: SL301
  } catch (error) {
    if (tells(error, {})) return null;
    throw error;
  }
}
