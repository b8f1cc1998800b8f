import { open, Socket } from './transport';
import { Packer } from './packing';

class Link {
  private raw: Socket | null = null;

  constructor(private address: string) {}

  async connect() {
    this.raw = await open(this.address);
  }

  async disconnect() {
    if (this.raw) {
      this.raw.destroy();
      this.raw = null;
    }
  }

  async ask(question: string) {
    return this.raw!.send(question);
  }
}

// Before it is connected there is nothing to give back.
export async function ask(address: string, question: string) {
  const link = new Link(address);
  await link.connect();
  try {
    return await link.ask(question);
  } finally {
    await link.disconnect();
  }
}

export async function askTwice(address: string, question: string) {
  const link = new Link(address); // expect: SL102
  await link.connect();
  if (!question) return null;
  try {
    return await link.ask(question);
  } finally {
    await link.disconnect();
  }
}

// What is only finished on the straight line is no resource by that alone.
export async function pack(list: string[]) {
  const packer = new Packer();
  for (const item of list) await packer.add(item);
  await packer.close();
}

// A cache's entry ends and not the cache.
export async function forget(create: () => Promise<Map<string, string>>) {
  const sessions = await createSessions(create);
  await sessions.load();
  sessions.destroy('1');
}

async function createSessions(create: () => Promise<any>) {
  return create();
}

// What a maker gives and the code closes on some ways is one.
export async function plan(makeTools: any, tables: string[]) {
  const tools = await makeTools.createTools(tables); // expect: SL102
  if (tables.length === 0) return [];
  try {
    return await tools.compare();
  } finally {
    await tools.close();
  }
}
