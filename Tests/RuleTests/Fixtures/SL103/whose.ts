import fs from 'fs';
import type { ServerResponse } from 'http';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';

const pool = new Pool();

export async function both(work: (clients: unknown[]) => Promise<void>) {
  const [from, to] = await Promise.all([pool.connect(), pool.connect()]);
  try {
    await work([from, to]);
  } finally {
    from.release();
    to.release();
  }
}

export async function destructured(sql: string) {
  const { query, release } = await pool.connect();
  try {
    return await query(sql);
  } finally {
    release();
  }
}

// A query runner takes its connection when it connects; what fails there took none.
export async function connected(source: DataSource, work: (manager: unknown) => Promise<void>) {
  const runner = source.createQueryRunner();
  await runner.connect();
  try {
    await runner.startTransaction();
    await work(runner.manager);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

// What begins on a connected runner and fails leaves it connected.
export async function documented(source: DataSource, work: (manager: unknown) => Promise<void>) {
  const runner = source.createQueryRunner(); // expect: SL103
  await runner.connect();
  await runner.startTransaction();
  try {
    await work(runner.manager);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

export async function unfinished(source: DataSource) {
  const runner = source.createQueryRunner(); // expect: SL103
  await runner.connect();
  const rows = await runner.query('SELECT 1');
  await runner.release();
  return rows;
}

export function watched(path: string, response: ServerResponse) {
  const stream = fs.createReadStream(path);
  stream.on('error', (error) => response.destroy(error));
  response.on('close', () => stream.destroy());
  stream.pipe(response);
}

export function unwatched(path: string, response: ServerResponse) {
  fs.createReadStream(path).pipe(response); // expect: SL101
}

const OPENED = Symbol('opened');

export class Reader {
  private fd?: number;

  constructor(path: string) {
    this[OPENED](fs.openSync(path, 'r'));
  }

  [OPENED](fd: number) {
    this.fd = fd;
  }

  close() {
    if (this.fd !== undefined) fs.closeSync(this.fd);
  }
}
