// An object that is made of a client and stays here does not take it over, where the function releases it.
import { Pool } from 'pg';
import { Unit } from './units';

const pool = new Pool();

export async function run(query: string) {
  const client = await pool.connect(); // expect: SL103
  const unit = new Unit(client);
  const rows = await unit.run(query);
  client.release();
  return rows;
}

export async function runWell(query: string) {
  const client = await pool.connect();
  try {
    return await new Unit(client).run(query);
  } finally {
    client.release();
  }
}

// The unit is the caller's, and the client with it.
export async function begin(query: string) {
  const client = await pool.connect();
  const unit = new Unit(client);
  try {
    await client.query(query);
  } catch (error) {
    client.release();
    throw error;
  }
  return unit;
}

// What a field shows of it is given back under its own name.
export class Latest {
  last: any;

  async ask(query: string) {
    const client = await pool.connect();
    this.last = client;
    try {
      return await client.query(query);
    } finally {
      client.release();
    }
  }
}

export class Shown {
  last: any;

  async ask(query: string) {
    const client = await pool.connect(); // expect: SL103
    this.last = client;
    const rows = await client.query(query);
    client.release();
    return rows;
  }
}

// Whoever ends the object ends what it has then.
export class Ended {
  client: any;

  async ask(query: string) {
    const client = await pool.connect();
    this.client = client;
    const rows = await client.query(query);
    client.release();
    return rows;
  }

  stop() {
    this.client.release(true);
  }
}

// What fails is aborted: that is an end as well.
export async function pingedOrAborted(peer: any, wrap: any) {
  let stream: any;
  try {
    stream = await peer.newStream('/ping');
    const bytes = wrap(stream);
    await bytes.write('ping');
    await stream.close();
  } catch (error) {
    stream?.abort(error);
    throw error;
  }
}

class Framed {
  constructor(private inner: any) {}

  async send(text: string) {
    await this.inner.write(text);
  }
}

// An object of the program's own is made of it, and the function closes it itself.
export async function framed(peer: any) {
  const stream = await peer.openStream('/ping'); // expect: SL103
  const frame = new Framed(stream);
  await frame.send('ping');
  await stream.close();
}

export async function framedWell(peer: any) {
  const stream = await peer.openStream('/ping');
  const frame = new Framed(stream);
  try {
    await frame.send('ping');
  } finally {
    await stream.close();
  }
}

const frames: Framed[] = [];

// Who keeps the object keeps what is in it.
export async function framedForLater(peer: any) {
  const stream = await peer.openStream('/ping');
  const frame = new Framed(stream);
  frames.push(frame);
  await frame.send('ping');
}
