import { begin, end, isSeen, lock, unlock, work } from './store';
import { store } from './stores';

// Two functions of the project's own whose names say that one undoes the other.
export async function handle(id: string) {
  const isMine = await lock(id); // expect: SL102
  if (!isMine) return null;
  if (await isSeen(id)) return null;
  const answer = await work(id);
  await unlock(id);
  return answer;
}

export async function handleSafely(id: string) {
  const isMine = await lock(id);
  if (!isMine) return null;
  try {
    return await work(id);
  } finally {
    await unlock(id);
  }
}

export async function handleOther(id: string, other: string) {
  await lock(id);
  await work(id);
  await unlock(other);
}

export async function read(size: number) {
  const slot = store.allocSlot(size); // expect: SL103
  const text = await store.fill(slot);
  store.releaseSlot(slot);
  return text;
}

export function readWithCallback(size: number, callback: (error: Error | null, text?: string) => void) {
  const slot = store.allocSlot(size); // expect: SL102
  store.fillLater(slot, (error: Error | null, text: string) => {
    if (error) return callback(error);
    store.releaseSlot(slot);
    callback(null, text);
  });
}

export async function readSafely(size: number) {
  const slot = store.allocSlot(size);
  try {
    return await store.fill(slot);
  } finally {
    store.releaseSlot(slot);
  }
}

export class Session {
  async ask(question: string) {
    await this.connect(); // expect: SL103
    const answer = await this.send(question);
    await this.disconnect();
    return answer;
  }

  async askSafely(question: string) {
    await this.connect();
    try {
      return await this.send(question);
    } finally {
      await this.disconnect();
    }
  }

  private async connect() {
    await begin();
  }

  private async disconnect() {
    await end();
  }

  private async send(question: string) {
    return work(question);
  }
}

interface Connection {
  beginTransaction(): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  query(sql: string): Promise<void>;
}

export async function move(connection: Connection) {
  await connection.beginTransaction(); // expect: SL107
  await connection.query('UPDATE stock SET n = n - 1');
  await connection.commit();
}

export async function moveSafely(connection: Connection) {
  await connection.beginTransaction();
  try {
    await connection.query('UPDATE stock SET n = n - 1');
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  }
}
