// A mark in Redis that is to keep a second one out.
import Redis from 'ioredis';

const redis = new Redis();

export async function once(job: string) {
  const lockKey = `lock:${job}`;
  const held = await redis.get(lockKey);
  if (held) throw new Error('somebody else does it');
  await redis.set(lockKey, 'locked', 'EX', 60); // expect: SL301 warning
  return run(job);
}

export async function onceOrNot(job: string) {
  const key = `done:${job}`;
  if (await redis.exists(key)) return;
  await redis.setex(key, 60, '1'); // expect: SL301 warning
  await run(job);
}

export async function noted(job: string) {
  const key = `seen:${job}`;
  if (!(await redis.exists(key))) {
    await redis.set(key, '1');
  }
  await run(job);
}

export async function inOneStep(job: string) {
  const lockKey = `lock:${job}`;
  if (await redis.get(lockKey)) throw new Error('somebody else does it');
  const taken = await redis.set(lockKey, 'locked', 'EX', 60, 'NX');
  if (!taken) throw new Error('somebody else does it');
  return run(job);
}

export async function kept(name: string) {
  const key = `rate:${name}`;
  const known = await redis.get(key);
  if (known) return known;
  const rate = await ask(name);
  await redis.set(key, rate, 'EX', 60);
  return rate;
}
