// A lock's answer says whether it was got: who leaves where it says no holds nothing.
const { lock } = require('./locks');

async function renew(book) {
  const held = await lock.acquireLock('renew:' + book.id, 60000);
  if (!held.success) {
    return false;
  }
  try {
    await book.renew();
    return true;
  } finally {
    await lock.releaseLock(held);
  }
}

async function update(book) {
  let held;
  try {
    held = await lock.waitAcquireLock('update:' + book.id, 60000, 1000);
  } catch (error) {
    console.warn(error);
  }
  try {
    await book.save();
  } finally {
    if (held?.success) {
      await lock.releaseLock(held);
    }
  }
}

async function remove(book) {
  const held = await lock.waitAcquireLock('remove:' + book.id, 60000, 1000); // expect: SL103
  if (!held.success) {
    throw new Error('locked');
  }
  const copies = await book.copies();
  try {
    await book.remove(copies);
  } finally {
    await lock.releaseLock(held);
  }
}

module.exports = { renew, update, remove };
