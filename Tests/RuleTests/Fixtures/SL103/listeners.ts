import { EventEmitter } from 'node:events';

export async function follow(bus: EventEmitter, work: () => Promise<void>) {
  const show = (line: string) => console.log(line);
  bus.on('line', show); // expect: SL103
  await work();
  bus.off('line', show);
}

export async function followSafely(bus: EventEmitter, work: () => Promise<void>) {
  const show = (line: string) => console.log(line);
  bus.on('line', show);
  try {
    await work();
  } finally {
    bus.removeListener('line', show);
  }
}

export async function untilStopped(job: { run(): Promise<string | null>; stop(): void }) {
  const stop = () => job.stop();
  process.on('SIGTERM', stop); // expect: SL102
  const result = await job.run();
  if (result === null) return null;
  process.removeListener('SIGTERM', stop);
  return result;
}

// It ends with the function.
export async function local(work: (bus: EventEmitter) => Promise<void>) {
  const bus = new EventEmitter();
  const show = (line: string) => console.log(line);
  bus.on('line', show);
  await work(bus);
  bus.off('line', show);
}

// One listener goes, another one stays on purpose.
export async function exchange(bus: EventEmitter, before: () => void, after: () => void, work: () => Promise<void>) {
  bus.on('line', after);
  await work();
  bus.off('line', before);
}

export async function wait(
  store: { subscribe(f: () => void): () => void }, changed: () => void, work: () => Promise<void>,
) {
  const stop = store.subscribe(changed); // expect: SL103
  await work();
  stop();
}

export async function waitSafely(
  store: { subscribe(f: () => void): () => void }, changed: () => void, work: () => Promise<void>,
) {
  const stop = store.subscribe(changed);
  try {
    await work();
  } finally {
    stop();
  }
}

export async function watch(
  source: { subscribe(f: () => void): { unsubscribe(): void } }, seen: () => void,
  work: () => Promise<boolean>,
) {
  const subscription = source.subscribe(seen); // expect: SL102
  if (!(await work())) return;
  subscription.unsubscribe();
}

export function first(source: { subscribe(f: (value: string) => void): { unsubscribe(): void } }) {
  return new Promise((resolve) => {
    const subscription = source.subscribe((value) => {
      subscription.unsubscribe();
      resolve(value);
    });
  });
}

export function mounted(source: { subscribe(f: () => void): { unsubscribe(): void } }, seen: () => void) {
  const subscription = source.subscribe(seen);
  return () => subscription.unsubscribe();
}
