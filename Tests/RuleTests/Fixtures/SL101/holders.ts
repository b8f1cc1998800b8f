import { Pool, PoolClient } from 'pg';
import { createClient } from 'redis';
import { wrap } from './wrapping';

const pool = new Pool();

class Session {
  constructor(private client: PoolClient) {}

  run(text: string) {
    return this.client.query(text);
  }
}

// The session holds the client and nothing of it can give it back.
export async function inSession(work: (session: Session) => Promise<void>) {
  const session = new Session(await pool.connect()); // expect: SL101
  await session.run('BEGIN');
  await work(session);
  await session.run('COMMIT');
}

export async function inSessionSafely(work: (session: Session) => Promise<void>) {
  const client = await pool.connect();
  const session = new Session(client);
  try {
    await work(session);
  } finally {
    client.release();
  }
}

export async function openSession() {
  return new Session(await pool.connect());
}

// What is made of the handle and given away takes the handle along.
export function openWrapped() {
  const client = createClient();
  const store = wrap(client);
  return store;
}

export async function serve(app: any) {
  const client = createClient();
  await client.connect();
  app.get('/cart', async (request: any, response: any) => response.send(await client.get('cart')));
}

// A client in a field is the duty of its class, not of the method that connects it.
export class Carts {
  private client = createClient();

  async ready() {
    if (!this.client.isOpen) await this.client.connect();
    return true;
  }
}
