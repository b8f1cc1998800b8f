import { findByEmail, insertUser, isSlotFree, ensureFree, getUser } from './store.js';
import { withLock } from './locks.js';

export async function signUp(email) {
  const user = await findByEmail(email); // step: probed
  if (user) return user;
  return insertUser(email); // expect: SL301 step: called
}

export async function book(slot) {
  if (!(await isSlotFree(slot))) throw new Error('taken');
  await insertBooking(slot); // expect: SL301
}

export async function bookEnsured(slot) {
  await ensureFree(slot);
  await insertBooking(slot); // expect: SL301
}

export async function caught(id) {
  let user;
  try {
    user = await getUser(id);
  } catch {
    user = await insertUser(id); // expect: SL301
  }
  return user;
}

async function insertBooking(slot) {
  const { saveBooking } = await import('./store.js');
  return saveBooking(slot);
}

// Correct: a lock around the callback, or around the call.
export async function bookLocked(slot) {
  return withLock(slot, async () => {
    if (!(await isSlotFree(slot))) throw new Error('taken');
    await insertBooking(slot);
  });
}

// Correct: the user must be there.
export async function mustExist(id) {
  await getUser(id);
  return insertUser(id);
}
