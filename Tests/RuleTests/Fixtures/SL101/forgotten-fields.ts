// An object that ends one of its connections and forgets the other.
import Redis from 'ioredis';
import mysql from 'mysql2/promise';
import { Client } from 'pg';

export class Bus {
  private publisher!: Redis;
  private listener!: Redis;

  onModuleInit() {
    this.publisher = new Redis();
    this.listener = new Redis(); // expect: SL101
  }

  publish(topic: string, text: string) {
    return this.publisher.publish(topic, text);
  }

  async onModuleDestroy() {
    await this.publisher.quit();
  }
}

export class RightBus {
  private sender!: Redis;
  private receiver!: Redis;

  onModuleInit() {
    this.sender = new Redis();
    this.receiver = new Redis();
  }

  async onModuleDestroy() {
    await Promise.all([this.sender.quit(), this.receiver.quit()]);
  }
}

export class Mirror {
  private source!: mysql.Connection;
  private target!: mysql.Connection;

  async start() {
    this.source = await mysql.createConnection({ host: 'a' }); // expect: SL101
    this.target = await mysql.createConnection({ host: 'b' });
  }

  async copy(table: string) {
    const [rows] = await this.source.query('SELECT * FROM ??', [table]);
    await this.target.query('REPLACE INTO ?? VALUES ?', [table, rows]);
  }

  async stop() {
    await this.target.end();
  }
}

// Has no end: it lives as long as the process.
export class Store {
  private rows!: mysql.Connection;

  async start() {
    this.rows = await mysql.createConnection({ host: 'a' });
  }

  find(id: string) {
    return this.rows.query('SELECT * FROM t WHERE id = ?', [id]);
  }
}

export class Shards {
  private readonly log = new Redis();
  private readonly shards = new Map<string, Client>();
  private readonly spares: Client[] = [];

  async open(name: string) {
    const client = new Client({ database: name }); // expect: SL101
    await client.connect();
    this.shards.set(name, client);
  }

  async spare(name: string) {
    const client = new Client({ database: name });
    await client.connect();
    this.spares.push(client);
  }

  query(name: string, text: string) {
    return this.shards.get(name)?.query(text);
  }

  async close() {
    await this.log.quit();
    await Promise.all(this.spares.map((spare) => spare.end()));
  }
}
