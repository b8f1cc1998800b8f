import { Sequelize } from '@acme/x-sequelize';
import express from 'express';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';

// A connection that is listened on is kept for that.
export class Listener {
  constructor(private readonly pool: Pool) {}

  async start(channel: string, onChange: () => void): Promise<void> {
    const client = await this.pool.connect(); // expect: SL103
    await client.query(`LISTEN "${channel}"`);
    client.on('notification', () => onChange());
  }

  async once(channel: string): Promise<void> {
    const client = await this.pool.connect(); // expect: SL101
    await client.query(`NOTIFY "${channel}"`);
  }
}

// What is opened anew was somebody's before; what a map keeps is closed with the map.
export class Shards {
  private readonly open = new Map<string, DataSource>();

  constructor(private readonly source: DataSource) {}

  async getConnection(id: string): Promise<DataSource> {
    const known = this.open.get(id);
    if (known?.isInitialized) return known;
    const made = await new DataSource({ type: 'postgres', url: id }).initialize();
    this.open.set(id, made);
    return made;
  }

  async check(id: string): Promise<number> {
    const source = await this.getConnection(id);
    await source.query('SELECT 1');
    return 1;
  }

  async recycle(log: (text: string) => void): Promise<void> {
    await this.source.destroy();
    await this.source.initialize();
    log('made anew');
  }
}

export async function measure(url: string): Promise<number> {
  const source = await new DataSource({ type: 'postgres', url }).initialize(); // expect: SL101
  const rows = await source.query('SELECT 1');
  return rows.length;
}

// What a name alone says is taken, names alone give back.
export class Cache {
  constructor(private sequelize: Sequelize, private rows: any) {}

  async flush(): Promise<void> {
    const tx = await this.sequelize.transaction();
    try {
      await this.rows.flush(tx);
      await tx.commit();
    } catch (error) {
      await tx.rollback();
      throw error;
    }
  }
}

// What a helper gives ends the response, which the caller had before.
function openStream(res: express.Response) {
  const send = (event: object) => res.write(`data: ${JSON.stringify(event)}\n\n`);
  const safeEnd = () => {
    if (!res.writableEnded) res.end();
  };
  return { send, safeEnd };
}

export async function install(res: express.Response, work: (send: unknown) => Promise<void>) {
  const { send, safeEnd } = openStream(res);
  await work(send);
  safeEnd();
}
