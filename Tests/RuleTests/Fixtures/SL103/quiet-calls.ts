// What subscribes to nothing yet, what waits for all whatever happens, and a page's own state.
import { Subject, filter, take } from 'rxjs';
import { useState } from 'react';
import pg from 'pg';

const pool = new pg.Pool();

export async function when(topic: Subject<string>, word: string) {
  const client = await pool.connect();
  const found = topic.pipe(filter((text) => text === word), take(1));
  try {
    return await client.query('select $1', [found]);
  } finally {
    client.release();
  }
}

export function closeAll(queues: { close(): Promise<void> }[], done: () => void) {
  const work = queues.map((queue) => queue.close());
  const late = setTimeout(done, 30_000);
  Promise.allSettled(work).then(() => {
    clearTimeout(late);
    done();
  });
}

// A module of the program's own is there; another's may be missing.
export async function sumHere(text: string) {
  const client = await pool.connect();
  const { parse } = await import('./parse');
  const found = await client.query('select $1', [parse]).finally(() => client.release());
  return [text, found];
}

export async function sumThere(text: string) {
  const client = await pool.connect(); // expect: SL103
  const { parse } = await import('fast-parse');
  const found = await client.query('select $1', [parse]).finally(() => client.release());
  return [text, found];
}

export async function useLate(topic: { wait(): Promise<void> }) {
  const client = await pool.connect(); // expect: SL103
  await topic.wait();
  client.release();
}

export function useName() {
  return useState('');
}
