import { Semaphore } from 'async-mutex';

class Turnstile {
  private waiting: Array<() => void> = [];
  private isTaken = false;

  async acquire(): Promise<void> {
    if (this.isTaken) await new Promise<void>((go) => this.waiting.push(go));
    this.isTaken = true;
  }

  release(): void {
    this.isTaken = false;
    this.waiting.shift()?.();
  }
}

export class Printer {
  private turnstile = new Turnstile();
  private permits = new Semaphore(2);

  constructor(private readonly send: (page: string) => Promise<void>) {}

  async wrong(page: string) {
    await this.turnstile.acquire(); // expect: SL103
    await this.send(page);
    this.turnstile.release();
  }

  async right(page: string) {
    await this.turnstile.acquire();
    try {
      await this.send(page);
    } finally {
      this.turnstile.release();
    }
  }

  async wrongPermit(page: string) {
    const [left, release] = await this.permits.acquire(); // expect: SL103
    await this.send(`${page} (${left} left)`);
    release();
  }

  async rightPermit(page: string) {
    const [left, release] = await this.permits.acquire();
    try {
      await this.send(`${page} (${left} left)`);
    } finally {
      release();
    }
  }

  // Taken here and given back elsewhere: the caller's.
  async begin() {
    await this.turnstile.acquire();
  }

  end() {
    this.turnstile.release();
  }
}
