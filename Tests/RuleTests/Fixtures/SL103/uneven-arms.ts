// Of several callbacks that settle a promise each must end what another one ends.
import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import WebSocket from 'ws';

export class Requests {
  constructor(
    private bus: EventEmitter,
    private wait: number,
  ) {}

  ask(id: string, question: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => { // expect: SL103
        this.bus.off(id, onAnswer);
        reject(new Error('no answer'));
      }, this.wait);
      const onAnswer = (answer: { error?: string; text: string }) => {
        this.bus.off(id, onAnswer);
        if (answer.error) {
          reject(new Error(answer.error));
          return;
        }
        clearTimeout(timer);
        resolve(answer.text);
      };
      this.bus.on(id, onAnswer);
      this.bus.emit('question', question);
    });
  }

  next(name: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('too late')), this.wait);
      const onEvent = (value: unknown) => {
        clearTimeout(timer);
        this.bus.removeListener(name, onEvent);
        resolve(value);
      };
      this.bus.on(name, onEvent); // expect: SL103
    });
  }

  nextOrNothing(name: string): Promise<unknown> {
    return new Promise((resolve) => {
      const onEvent = (value: unknown) => {
        clearTimeout(timer);
        this.bus.off(name, onEvent);
        resolve(value);
      };
      const timer = setTimeout(() => resolve(null), this.wait);
      this.bus.on(name, onEvent); // expect: SL102
    });
  }

  rightNext(name: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.bus.removeListener(name, onEvent);
        reject(new Error('too late'));
      }, this.wait);
      const onEvent = (value: unknown) => {
        clearTimeout(timer);
        this.bus.removeListener(name, onEvent);
        resolve(value);
      };
      this.bus.on(name, onEvent);
    });
  }

  // One function that every arm calls.
  rightAsk(id: string, question: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const cleanUp = () => {
        clearTimeout(timer);
        this.bus.off(id, onAnswer);
        this.bus.off('gone', onGone);
      };
      const onAnswer = (answer: { error?: string; text: string }) => {
        cleanUp();
        if (answer.error) {
          reject(new Error(answer.error));
          return;
        }
        resolve(answer.text);
      };
      const onGone = () => {
        cleanUp();
        reject(new Error('gone'));
      };
      const timer = setTimeout(() => {
        cleanUp();
        reject(new Error('no answer'));
      }, this.wait);
      this.bus.on(id, onAnswer);
      this.bus.on('gone', onGone);
      this.bus.emit('question', question);
    });
  }

  // One function that is told what to do with the promise.
  rightFinish(id: string): Promise<string> {
    return new Promise((resolve, reject) => {
      let isDone = false;
      const finish = (settle: () => void) => {
        if (isDone) return;
        isDone = true;
        clearTimeout(timer);
        this.bus.off(id, onAnswer);
        settle();
      };
      const onAnswer = (text: string) => finish(() => resolve(text));
      const timer = setTimeout(() => finish(() => reject(new Error('late'))), this.wait);
      this.bus.on(id, onAnswer);
    });
  }

  // Ended outside, whatever happens.
  async rightOutside(id: string): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        timer = setTimeout(() => reject(new Error('late')), this.wait);
        this.bus.once(id, (answer) => {
          if (answer.error) return reject(answer.error);
          clearTimeout(timer);
          resolve(answer.text);
        });
      });
    } finally {
      clearTimeout(timer);
    }
  }
}

// Polls until the time is up, and then for ever.
export function until(isReady: () => boolean, wait: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const poll = setInterval(() => { // expect: SL103
      if (isReady()) {
        clearInterval(poll);
        resolve();
      }
    }, 100);
    setTimeout(() => reject(new Error('not ready')), wait);
  });
}

export function rightUntil(isReady: () => boolean, wait: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const poll = setInterval(() => {
      if (isReady()) {
        clearInterval(poll);
        clearTimeout(limit);
        resolve();
      }
    }, 100);
    const limit = setTimeout(() => {
      clearInterval(poll);
      reject(new Error('not ready'));
    }, wait);
  });
}

export function count(text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker('./count.js'); // expect: SL103
    worker.on('message', (message: { error?: string; count: number }) => {
      if (message.error) {
        reject(new Error(message.error));
        return;
      }
      worker.terminate();
      resolve(message.count);
    });
    worker.once('error', reject);
    worker.postMessage(text);
  });
}

export function rightCount(text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker('./count.js');
    worker.on('message', (message: { error?: string; count: number }) => {
      worker.terminate();
      if (message.error) {
        reject(new Error(message.error));
        return;
      }
      resolve(message.count);
    });
    worker.once('error', reject);
    worker.postMessage(text);
  });
}

export function query(url: string, text: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const link = new WebSocket(url); // expect: SL103
    link.on('open', () => link.send(text));
    link.on('message', (data) => {
      const answer = JSON.parse(String(data));
      if (answer.error) return reject(answer.error);
      link.close();
      resolve(answer);
    });
    link.on('error', reject);
  });
}

// The error comes before the end, which clears it.
export function rightByItsEnd(link: EventEmitter, wait: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('late')), wait);
    link.on('close', (answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
    link.on('error', reject);
  });
}

// What is open is whoever waits for it.
export function rightOpen(url: string, wait: number): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const link = new WebSocket(url);
    const timer = setTimeout(() => {
      link.close();
      reject(new Error('late'));
    }, wait);
    link.on('open', () => {
      clearTimeout(timer);
      resolve(link);
    });
    link.on('close', () => {
      clearTimeout(timer);
      reject(new Error('closed'));
    });
  });
}

// There may be no signal, and then there is no listener.
export function rightSleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

export function rightSleepWith(ms: number, options?: { signal?: AbortSignal }): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(new Error('stopped'));
    };
    const timer = setTimeout(() => {
      options?.signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    options?.signal?.addEventListener('abort', onAbort);
  });
}

declare class Session extends EventEmitter {
  constructor(address: string);
  close(now: boolean): void;
}

declare function ask(session: Session): Promise<void>;

// What comes at last of a chain ends it, whatever came before.
export const asked = (address: string) =>
  new Promise<void>((resolve, reject) => {
    const session = new Session(address);
    session.on('disconnected', () => reject(new Error('down')));
    session.on('ready', () => {
      ask(session)
        .then(resolve, reject)
        .finally(() => {
          session.close(true);
        });
    });
  });
