async function move(store, from, to) {
  const tx = await store.transaction(); // expect: SL107
  await store.shift(from, -1, tx);
  await store.shift(to, 1, tx);
  await tx.commit();
}

async function moveBack(store, from, to) {
  const tx = await store.transaction();
  try {
    await store.shift(from, -1, tx);
    await store.shift(to, 1, tx);
    await tx.commit();
  } catch (error) {
    await tx.rollback();
    throw error;
  }
}

module.exports = { move, moveBack };
