import { Pool } from 'pg';

const shared = new Pool({ connectionTimeoutMillis: 5000 });

export async function perRequest(id: string) {
  const pool = new Pool({ connectionTimeoutMillis: 5000 }); // expect: SL403
  try {
    return (await pool.query('SELECT name FROM users WHERE id = $1', [id])).rows[0];
  } finally {
    await pool.end();
  }
}

export async function onShared(id: string) {
  return (await shared.query('SELECT name FROM users WHERE id = $1', [id])).rows[0];
}

export function poolFor(url: string) {
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: 5000 });
  return pool;
}

export class Users {
  private pool?: Pool;

  get() {
    this.pool ??= new Pool({ connectionTimeoutMillis: 5000 });
    return this.pool;
  }
}

export async function bootstrap() {
  const pool = new Pool({ connectionTimeoutMillis: 5000 });
  await pool.query('CREATE TABLE IF NOT EXISTS users (id text, name text)');
  await pool.end();
}
