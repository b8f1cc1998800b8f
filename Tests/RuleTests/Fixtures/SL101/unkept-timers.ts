// A timer that nobody keeps cannot be cleared, where the code shows that it should be.
import { ChildProcess } from 'node:child_process';

export function cleaner(clean: () => void, untilNight: number, day: number) {
  let timer: NodeJS.Timeout | undefined;

  const start = () => {
    setTimeout(() => { // expect: SL101 warning
      clean();
      timer = setInterval(clean, day);
    }, untilNight);
  };

  const stop = () => {
    if (timer) clearInterval(timer);
    timer = undefined;
  };

  return { start, stop };
}

export function rightCleaner(clean: () => void, untilNight: number, day: number) {
  let first: NodeJS.Timeout | undefined;
  let timer: NodeJS.Timeout | undefined;

  const start = () => {
    first = setTimeout(() => {
      clean();
      timer = setInterval(clean, day);
    }, untilNight);
  };

  const stop = () => {
    clearTimeout(first);
    clearInterval(timer);
    first = undefined;
    timer = undefined;
  };

  return { start, stop };
}

// It asks whether it is still wanted.
export class AskingCleaner {
  private timer?: NodeJS.Timeout;
  private isStopped = false;

  constructor(private clean: () => void) {}

  start(untilNight: number, day: number): void {
    setTimeout(() => {
      if (this.isStopped) return;
      this.timer = setInterval(this.clean, day);
    }, untilNight);
  }

  stop(): void {
    this.isStopped = true;
    clearInterval(this.timer);
  }
}

export function end(child: ChildProcess, gone: Promise<void>, patience: number): Promise<void> {
  child.kill('SIGTERM');
  setTimeout(() => { // expect: SL101 warning
    if (child.exitCode === null) child.kill('SIGKILL');
  }, patience);
  return gone;
}

export async function rightEnd(
  child: ChildProcess,
  gone: Promise<void>,
  patience: number,
): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await gone.finally(() => clearTimeout(timer));
}

// The process does not wait for it.
export function leftEnd(child: ChildProcess, patience: number): void {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), patience).unref();
}

// Nothing else ends it.
export function limit(child: ChildProcess, patience: number): void {
  setTimeout(() => child.kill('SIGKILL'), patience);
}
