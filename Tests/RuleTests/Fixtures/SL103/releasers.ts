import { gate } from './gates';

// What the acquire gives is the function that gives it back; no model knows this library.
export async function update(write: () => Promise<void>) {
  const release = await gate.acquire(); // expect: SL103
  await write();
  release();
}

export async function updateUnlessBusy(isBusy: boolean, write: () => Promise<void>) {
  const unlock = await gate.lock(); // expect: SL102
  if (isBusy) return false;
  try {
    await write();
  } finally {
    unlock();
  }
  return true;
}

export async function updateSafely(write: () => Promise<void>) {
  const release = await gate.acquire();
  try {
    await write();
  } finally {
    release();
  }
}

export async function updateLater(write: (done: () => void) => Promise<void>) {
  const release = await gate.acquire();
  await write(release);
}

export async function enter() {
  const release = await gate.acquire();
  return () => release();
}
