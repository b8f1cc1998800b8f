// What is connected and then asked may fail with its connection open.
import { Client } from 'pg';

class Store {
  private client: Client;

  constructor(url: string) {
    this.client = new Client(url);
  }

  async connect() {
    await this.client.connect();
    await this.client.query('SET search_path TO shop');
  }

  async close() {
    await this.client.end();
  }
}

export async function opened(url: string) {
  const store = new Store(url); // expect: SL103
  await store.connect();
  return store;
}

export async function openedWell(url: string) {
  const store = new Store(url);
  try {
    await store.connect();
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

class Plain {
  private client: Client;

  constructor(url: string) {
    this.client = new Client(url);
  }

  async connect() {
    await this.client.connect();
  }

  async close() {
    await this.client.end();
  }
}

// What fails to connect has no connection.
export async function openedPlainly(url: string) {
  const store = new Plain(url);
  await store.connect();
  return store;
}
