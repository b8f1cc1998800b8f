// What is entered in a set that lets nobody else in must be taken out whatever happens.
const running = new Set<string>();

export class Imports {
  private busy = new Map<string, number>();
  private seen = new Set<string>();

  constructor(private load: (id: string) => Promise<void>) {}

  async run(id: string) {
    if (this.busy.has(id)) return;
    this.busy.set(id, Date.now()); // expect: SL103 warning
    await this.load(id);
    this.busy.delete(id);
  }

  async runSafely(id: string) {
    if (this.busy.has(id)) return;
    this.busy.set(id, Date.now());
    try {
      await this.load(id);
    } finally {
      this.busy.delete(id);
    }
  }

  // Nothing fails while it waits.
  async pause(id: string) {
    if (this.busy.has(id)) return;
    this.busy.set(id, Date.now());
    await new Promise((go) => setTimeout(go, 10));
    this.busy.delete(id);
  }

  // What was seen stays seen.
  async once(id: string) {
    if (this.seen.has(id)) return;
    this.seen.add(id);
    await this.load(id);
  }
}

export async function publish(id: string, send: (id: string) => Promise<void>) {
  if (running.has(id)) throw new Error('already on its way');
  running.add(id); // expect: SL103 warning
  await send(id);
  running.delete(id);
}

// Of which nobody asks.
const open = new Set<string>();

export async function show(id: string, send: (id: string) => Promise<void>) {
  open.add(id);
  await send(id);
  open.delete(id);
}

// The way that a walk has taken.
const path = new Set<string>();

export async function walk(id: string, parts: (id: string) => Promise<string[]>) {
  if (path.has(id)) throw new Error('in a circle');
  path.add(id);
  for (const part of await parts(id)) await walk(part, parts);
  path.delete(id);
}

// Another one is taken out.
export async function replace(id: string, old: string, send: (id: string) => Promise<void>) {
  if (running.has(id)) return;
  running.add(id);
  await send(id);
  running.delete(old);
}
