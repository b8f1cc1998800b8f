import { Pool } from 'pg';

const pool = new Pool();

export async function lost(id: string) {
  const client = await pool.connect(); // expect: SL101
  const result = await client.query('SELECT * FROM users WHERE id = $1', [id]);
  return result.rows[0];
}

export class Users {
  constructor(private readonly pool: Pool) {}

  async lost(id: string) {
    const client = await this.pool.connect(); // expect: SL101
    return client.query('SELECT * FROM users WHERE id = $1', [id]);
  }

  async right(id: string) {
    return this.pool.query('SELECT * FROM users WHERE id = $1', [id]);
  }
}
