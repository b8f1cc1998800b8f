// A count or a flag that decides something must be set back whatever happens.
export class Limit {
  private active = 0;
  private waiting: (() => void)[] = [];

  constructor(private most: number) {}

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.active >= this.most) await new Promise<void>((go) => this.waiting.push(go));
    this.active++; // expect: SL103 warning
    const result = await task();
    this.active--;
    this.waiting.shift()?.();
    return result;
  }
}

export class RightLimit {
  private active = 0;

  constructor(private most: number) {}

  async run<T>(task: () => Promise<T>): Promise<T | undefined> {
    if (this.active >= this.most) return undefined;
    this.active += 1;
    try {
      return await task();
    } finally {
      this.active -= 1;
    }
  }
}

export class Job {
  private isRunning = false;

  constructor(private work: () => Promise<void>) {}

  async tick(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true; // expect: SL103 warning
    await this.work();
    this.isRunning = false;
  }
}

export class RightJob {
  private isRunning = false;
  private done = 0;

  constructor(private work: () => Promise<void>) {}

  async tick(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      await this.work();
    } catch (error) {
      console.error(error);
    }
    this.isRunning = false;
  }

  // Nothing is decided by it.
  async counted(): Promise<void> {
    this.done++;
    await this.work();
    this.done--;
  }

  // A pause does not fail.
  async pause(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    await new Promise((go) => setTimeout(go, 10));
    this.isRunning = false;
  }
}

// Somebody else sets it back as well.
export class ResetJob {
  private isBusy = false;

  constructor(private work: () => Promise<void>) {}

  async tick(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    await this.work();
    this.isBusy = false;
  }

  reset(): void {
    this.isBusy = false;
  }
}
