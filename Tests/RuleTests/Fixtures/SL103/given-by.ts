import { readFileSync } from 'fs';
import { Pool } from 'pg';
import * as puppeteer from 'puppeteer';
import { late, loadPage, openStore, retry, withTimeout } from './helpers';

const pool = new Pool();

// What runs a function that takes something gives what that gives.
export async function retried(sql: string) {
  const client = await retry(() => pool.connect(), 3); // expect: SL103
  const answer = await client.query(sql);
  client.release();
  return answer.rows;
}

export async function retriedSafely(sql: string) {
  const client = await retry(() => pool.connect(), 3);
  try {
    return await client.query(sql);
  } finally {
    client.release();
  }
}

// Who loses the race is taken all the same.
export async function raced() {
  const browser = await Promise.race([puppeteer.launch(), late(5000)]); // expect: SL103
  try {
    return await browser.version();
  } finally {
    await browser.close();
  }
}

export async function timed(sql: string) {
  const client = await withTimeout(pool.connect(), 5000); // expect: SL103
  try {
    return await client.query(sql);
  } finally {
    client.release();
  }
}

export async function timedSafely(sql: string) {
  const taking = pool.connect();
  const client = await withTimeout(taking, 5000).catch((error: Error) => {
    taking.then((lateClient) => lateClient.release());
    throw error;
  });
  try {
    return await client.query(sql);
  } finally {
    client.release();
  }
}

// A member of what a call gives.
export async function scrape(url: string) {
  const { response, page } = await loadPage(url); // expect: SL102
  if (!response) return null;
  const title = await page.title();
  await page.close();
  return title;
}

export async function scrapeSafely(url: string) {
  const { response, page } = await loadPage(url);
  try {
    return response ? await page.title() : null;
  } finally {
    await page.close();
  }
}

async function start() {
  const client = await pool.connect();
  return { client, at: Date.now() };
}

export async function useStarted(sql: string) {
  const { client, at } = await start(); // expect: SL103
  const answer = await client.query(sql);
  client.release();
  return [answer.rows, at];
}


export async function askSafely(driver: { close(store: unknown): Promise<void> }, path: string) {
  const store = await openStore(path);
  try {
    return await store.ask(readFileSync(path));
  } finally {
    await driver.close(store);
  }
}

// A page of a browser that lives on.
export async function title(browser: puppeteer.Browser, url: string) {
  const page = await browser.newPage(); // expect: SL101
  await page.goto(url);
  return page.title();
}

export async function titleInContext(browser: { newContext(): Promise<any> }, url: string) {
  const context = await browser.newContext(); // expect: SL103
  const page = await context.newPage();
  await page.goto(url);
  const text = await page.title();
  await context.close();
  return text;
}

export async function titleOfOwnBrowser(url: string) {
  const browser = await puppeteer.launch();
  try {
    const page = await browser.newPage();
    await page.goto(url);
    return await page.title();
  } finally {
    await browser.close();
  }
}
