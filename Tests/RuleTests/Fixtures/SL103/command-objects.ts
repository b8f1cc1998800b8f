// An exception that leaves a command ends the process, and with it what it held.
import { Pool } from 'pg';

const open = () => new Pool({ connectionTimeoutMillis: 1000 });

export const report = {
  command: 'report',
  describe: 'prints the sums',
  handler: async () => {
    const pool = open(); // expect: SL103 note
    const { rows } = await pool.query('SELECT sum(amount) FROM payments');
    console.log(rows);
    await pool.end();
  },
};

export async function sums() {
  const pool = open(); // expect: SL103 warning
  const { rows } = await pool.query('SELECT sum(amount) FROM payments');
  await pool.end();
  return rows;
}
