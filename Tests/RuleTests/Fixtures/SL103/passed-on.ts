import { setTimeout as after } from 'node:timers';
import fs from 'node:fs';
import net from 'node:net';
import { Sequelize } from 'sequelize';

interface Store {
  query(text: string): Promise<unknown[]>;
}

// What ends by itself is the duty of those who end it: here the callers of its makers.
function watchdog(text: string, ms = 30_000): NodeJS.Timeout {
  return setTimeout(() => console.warn(text), ms);
}

export async function ask(store: Store, text: string): Promise<unknown[]> {
  const timer = watchdog(`slow: ${text}`); // expect: SL103
  const rows = await store.query(text);
  clearTimeout(timer);
  return rows;
}

export async function askSafely(store: Store, text: string): Promise<unknown[]> {
  const timer = watchdog(`slow: ${text}`);
  try {
    return await store.query(text);
  } finally {
    clearTimeout(timer);
  }
}

// Nobody clears this one: it fires, and that is all.
export async function remind(store: Store): Promise<void> {
  const timer = watchdog('remind');
  await store.query('select 1');
  console.log(timer);
}

function openDatabase(url: string): Sequelize {
  const database = new Sequelize(url);
  return database;
}

export async function rebuild(url: string): Promise<void> {
  const database = openDatabase(url); // expect: SL103
  await database.query('truncate stock');
  await database.close();
}

function makeClock(): { now(): number } {
  return { now: () => Date.now() };
}

export async function rebuildSafely(url: string): Promise<number> {
  const database = openDatabase(url);
  const clock = makeClock();
  try {
    await database.query('truncate stock');
    return clock.now();
  } finally {
    await database.close();
  }
}

// Kept for the process: nobody closes it, and nobody should.
const shared = openDatabase('postgres://stock');

export async function count(): Promise<unknown> {
  return shared.query('select count(*) from stock');
}

class Link {
  private socket: net.Socket;

  constructor(port: number) {
    this.socket = net.connect(port);
  }

  async send(text: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.socket.write(text, (error) => (error ? reject(error) : resolve()));
    });
  }

  close(): void {
    this.socket.destroy();
  }
}

export async function announce(port: number, text: string): Promise<void> {
  const link = new Link(port); // expect: SL103
  await link.send(text);
  link.close();
}

export async function announceSafely(port: number, text: string): Promise<void> {
  const link = new Link(port);
  try {
    await link.send(text);
  } finally {
    link.close();
  }
}

export class Announcer {
  private link = new Link(7000);

  async announce(text: string): Promise<void> {
    await this.link.send(text);
  }
}

export function sourceOf(path: string): fs.ReadStream {
  return fs.createReadStream(path);
}

export { after };
