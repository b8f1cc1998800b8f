// A client that failed once is replaced, and the old one stays connected.
import { Client } from 'pg';

export class Store {
  private client: Client | null = null;

  private connect() {
    if (!this.client) {
      this.client = new Client(); // expect: SL108
    }
    return this.client;
  }

  async ask(query: string) {
    try {
      return await this.connect().query(query);
    } catch (error) {
      this.client = null;
      throw error;
    }
  }

  async stop() {
    await this.client?.end();
  }
}

export class Right {
  private client: Client | null = null;

  private connect() {
    if (!this.client) {
      this.client = new Client();
      this.client.on('end', () => {
        this.client = null;
      });
    }
    return this.client;
  }

  async ask(query: string) {
    try {
      return await this.connect().query(query);
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async stop() {
    await this.client?.end();
    this.client = null;
  }
}
