// What a promise listens to may outlive it by far.
import { EventEmitter } from 'node:events';

export class Consumer {
  private stopping = new AbortController();
  private bus = new EventEmitter();

  async pause(ms: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      this.stopping.signal.addEventListener( // expect: SL101 warning
        'abort',
        () => {
          clearTimeout(timer);
          reject(new Error('stopped'));
        },
        { once: true },
      );
    });
  }

  async rightPause(ms: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(new Error('stopped'));
      };
      const timer = setTimeout(() => {
        this.stopping.signal.removeEventListener('abort', stop);
        resolve();
      }, ms);
      this.stopping.signal.addEventListener('abort', stop, { once: true });
    });
  }

  // Only the signal settles it.
  stopped(): Promise<void> {
    return new Promise((resolve) => {
      this.stopping.signal.addEventListener('abort', () => resolve());
    });
  }

  next(ms: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('late')), ms);
      this.bus.on('item', (item) => resolve(item)); // expect: SL101 warning
    });
  }

  // It goes with the first item.
  rightNext(ms: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('late')), ms);
      this.bus.once('item', (item) => resolve(item));
    });
  }

  // The signal is this call's own.
  async fetch(url: string, ms: number): Promise<unknown> {
    const own = new AbortController();
    return new Promise((resolve, reject) => {
      setTimeout(() => own.abort(), ms);
      own.signal.addEventListener('abort', () => reject(new Error('late')));
      fetch(url).then(resolve, reject);
    });
  }
}
