// What one method takes for its object another one gives back, whatever is thrown between the two.
import { Pool, PoolClient } from 'pg';

const pool = new Pool();

export class Orders {
  private client: PoolClient | null = null;
  private held: { client: PoolClient } | null = null;

  private async begin() {
    this.client = await pool.connect();
  }

  private finish() {
    this.client?.release();
    this.client = null;
  }

  private async hold() {
    this.held = { client: await pool.connect() };
  }

  private letGo() {
    this.held!.client.release();
    this.held = null;
  }

  async save(order: { id: string }) {
    await this.begin(); // expect: SL103
    await this.insert(order);
    this.finish();
  }

  async saveHeld(order: { id: string }) {
    await this.hold(); // expect: SL103
    try {
      await this.insert(order);
    } catch (error) {
      console.warn('not saved', order.id);
      throw error;
    }
    this.letGo();
  }

  async saveSafely(order: { id: string }) {
    await this.begin();
    try {
      await this.insert(order);
    } finally {
      this.finish();
    }
  }

  async saveInArms(order: { id: string }) {
    await this.hold();
    try {
      await this.insert(order);
      this.letGo();
    } catch (error) {
      this.letGo();
      throw error;
    }
  }

  // Stays open for those who call.
  async open() {
    await this.begin();
    await this.insert({ id: 'first' });
  }

  private async insert(order: { id: string }) {
    await (this.client ?? this.held!.client).query('INSERT INTO orders VALUES ($1)', [order.id]);
  }
}

export class Batch {
  private client: PoolClient | null = null;

  async start() {
    this.client = await pool.connect();
  }

  stop() {
    this.client?.release();
  }

  // Who calls it stops it, too.
  async fill(rows: string[]) {
    await this.start();
    for (const row of rows) await this.client!.query(row);
    this.stop();
  }
}

export async function fill(rows: string[]) {
  const batch = new Batch();
  try {
    await batch.fill(rows);
  } catch (error) {
    batch.stop();
    throw error;
  }
}
