import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

class Beat {
  private timer?: NodeJS.Timeout;
  constructor(private readonly send: () => void) {}
  start() {
    this.timer = setInterval(this.send, 5_000);
  }
  stop() {
    clearInterval(this.timer);
  }
}

class LocalDatabase {
  private child?: ChildProcess;
  async run(folder: string) {
    this.child = spawn('database', ['--data', folder]);
    await this.ready();
  }
  private async ready() {}
  kill() {
    this.child?.kill();
  }
}

// Its `stop` only says how long it took.
class Watch {
  private since = 0;
  start() {
    this.since = Date.now();
  }
  stop() {
    return Date.now() - this.since;
  }
}

export async function copyRows(send: () => void, copy: () => Promise<number>) {
  const beat = new Beat(send); // expect: SL103
  beat.start();
  const rows = await copy();
  beat.stop();
  return rows;
}

export async function copyRowsSafely(send: () => void, copy: () => Promise<number>) {
  const beat = new Beat(send);
  beat.start();
  try {
    return await copy();
  } finally {
    beat.stop();
  }
}

export async function tryOut(folder: string, check: () => Promise<boolean>) {
  const database = new LocalDatabase(); // expect: SL102
  await database.run(folder);
  if (!(await check())) return false;
  database.kill();
  return true;
}

export async function measure(work: () => Promise<void>) {
  const watch = new Watch();
  watch.start();
  await work();
  return watch.stop();
}

export function started(send: () => void, isWanted: boolean) {
  const beat = new Beat(send);
  beat.start();
  if (!isWanted) {
    beat.stop();
    return null;
  }
  return beat;
}
