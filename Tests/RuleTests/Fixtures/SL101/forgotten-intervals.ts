// An object that ends something of its own must clear its intervals as well.
interface Link {
  ping(): void;
  close(): void;
}

export class Beat {
  private beat: NodeJS.Timeout;

  constructor(private link: Link) {
    this.beat = setInterval(() => this.link.ping(), 30_000); // expect: SL101 warning
  }

  close(): void {
    this.link.close();
  }
}

export class RightBeat {
  private beat: NodeJS.Timeout;

  constructor(private link: Link) {
    this.beat = setInterval(() => this.link.ping(), 30_000);
  }

  close(): void {
    clearInterval(this.beat);
    this.link.close();
  }
}

// The process does not wait for it.
export class LeftBeat {
  private beat: NodeJS.Timeout;

  constructor(private link: Link) {
    this.beat = setInterval(() => this.link.ping(), 30_000);
    this.beat.unref();
  }

  close(): void {
    this.link.close();
  }
}

// Whoever has it is given the interval.
export class GivenBeat {
  private beat: NodeJS.Timeout;

  constructor(private link: Link) {
    this.beat = setInterval(() => this.link.ping(), 30_000);
  }

  timers(): NodeJS.Timeout[] {
    return [this.beat];
  }

  close(): void {
    this.link.close();
  }
}
