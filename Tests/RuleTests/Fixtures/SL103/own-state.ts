import { createAdapter } from '@socket.io/redis-adapter';
import Redis from 'ioredis';
import { DataSource } from 'typeorm';

export async function guarded<T>(source: DataSource, work: (manager: unknown) => Promise<T>) {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    const result = await work(runner.manager);
    if (runner.isTransactionActive) await runner.commitTransaction();
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    if (!runner.isTransactionActive && runner.isReleased === false) await runner.release();
  }
}

export class Rooms {
  adapter: unknown;

  join(url: string) {
    const publisher = new Redis(url);
    const subscriber = new Redis(url);
    this.adapter = createAdapter(publisher, subscriber);
  }

  async tell(url: string, message: string) {
    const publisher = new Redis(url); // expect: SL103
    await publisher.publish('rooms', message);
    await publisher.quit();
  }
}
