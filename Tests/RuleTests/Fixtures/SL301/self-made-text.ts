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
