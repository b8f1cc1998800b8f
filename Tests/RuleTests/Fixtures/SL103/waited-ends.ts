import { Context, Indexer, openStore } from 'shop-search';
import { Report } from './report.js';

// What is waited for when it ends does more than tidy up memory.
export async function index(rows: string[]): Promise<number> {
  const indexer = new Indexer('stock'); // expect: SL103
  const count = await indexer.add(rows);
  await indexer.close();
  return count;
}

export async function indexSafely(rows: string[]): Promise<number> {
  const indexer = new Indexer('stock');
  try {
    return await indexer.add(rows);
  } finally {
    await indexer.close();
  }
}

// A library's `close` is there for what must be closed; an `end` finishes a text.
export async function count(rows: string[]): Promise<number> {
  const context = new Context(); // expect: SL103
  const number = await context.count(rows);
  context.close();
  return number;
}

export async function summarise(rows: string[]): Promise<string> {
  const context = new Context();
  const text = await context.summarise(rows);
  context.end();
  return text;
}

// What its end gives is what it was made for.
export async function pack(rows: string[]): Promise<Uint8Array> {
  const report = new Report();
  await report.add(rows);
  return await report.close();
}

// Whoever has it ends it.
export async function open(name: string) {
  const store = await openStore(name);
  return store;
}
