// Who is given an object has what stands in it.
import { Client } from 'pg';

const kept: Client[] = [];

class Wrapper {
  constructor(public client: Client) {}
}

async function open(): Promise<Client> {
  const client = new Client();
  await client.connect();
  return client;
}

function wrap({ client }: { client: Client }) {
  return { client, since: 1 };
}

function unwrap({ client }: { client: Client }) {
  return client;
}

function own(options: { client: Client }) {
  return new Wrapper(options.client);
}

function keep({ client }: { client: Client }) {
  kept.push(client);
}

function count({ client, text }: { client: Client; text: string }) {
  return text.length + client.listenerCount('error');
}

async function end({ client }: { client: Client }) {
  await client.end();
}

export async function wrapped() {
  const client = await open();
  return wrap({ client });
}

export async function unwrapped() {
  const client = await open();
  return unwrap({ client });
}

export async function owned() {
  const client = await open();
  return own({ client });
}

export async function filed() {
  const client = await open();
  keep({ client });
}

export async function ended() {
  const client = await open();
  await end({ client });
}

export async function counted() {
  const client = await open(); // expect: SL101
  return count({ client, text: 'x' });
}
