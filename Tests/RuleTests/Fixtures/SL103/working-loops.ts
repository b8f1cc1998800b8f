// A worker goes on after what failed, and with what it had taken by then.
import { Pool } from 'pg';
import { Mutex } from 'async-mutex';

declare function sleep(time: number): Promise<void>;

const pool = new Pool();
let running = true;

export async function run(log: (error: unknown) => void) {
  while (true) {
    try {
      const client = await pool.connect(); // expect: SL103 "`client.query('SELECT step()')` throws"
      await client.query('SELECT step()');
      client.release();
    } catch (error) {
      log(error);
    }
    await sleep(1000);
  }
}

export async function runWell(log: (error: unknown) => void) {
  while (true) {
    try {
      const client = await pool.connect();
      try {
        await client.query('SELECT step()');
      } finally {
        client.release();
      }
    } catch (error) {
      log(error);
    }
    await sleep(1000);
  }
}

export async function serve(log: (error: unknown) => void) {
  while (running) {
    try {
      const client = await pool.connect(); // expect: SL103 "`client.query('SELECT step()')` throws"
      await client.query('SELECT step()');
      client.release();
    } catch (error) {
      log(error);
    }
  }
}

export class Worker {
  private mutex = new Mutex();
  stopped = false;

  async drain(step: () => Promise<void>) {
    while (!this.stopped) {
      await this.mutex.acquire(); // expect: SL103 "`step()` throws"
      await step();
      this.mutex.release();
    }
  }

  async drainWell(step: () => Promise<void>) {
    while (!this.stopped) {
      await this.mutex.acquire();
      try {
        await step();
      } finally {
        this.mutex.release();
      }
    }
  }
}
