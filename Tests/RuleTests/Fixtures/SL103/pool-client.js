const { Pool } = require('pg');

const pool = new Pool();

// Released on the way that works and on no other.
async function reserve(order) {
  const client = await pool.connect(); // expect: SL103 "`client`" step: acquired
  await client.query('UPDATE stock SET reserved = reserved + 1 WHERE sku = $1', [order.sku]); // step: mayRaise
  client.release();
}

async function reserveAndRollBack(order) {
  const client = await pool.connect(); // expect: SL103
  try {
    await client.query('BEGIN');
    await client.query('INSERT INTO reservations (sku) VALUES ($1)', [order.sku]);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

// The handler swallows the error and forgets the client.
async function swallow(order) {
  const client = await pool.connect(); // expect: SL103
  try {
    await client.query('SELECT 1');
    client.release();
  } catch (error) {
    console.error(error);
    return null;
  }
}

// Right: a finally block.
async function rightFinally(order) {
  const client = await pool.connect();
  try {
    return await client.query('SELECT $1', [order.sku]);
  } finally {
    client.release();
  }
}

// Right: the acquire may fail inside the try, and then there is nothing to release.
async function rightGuarded(order) {
  let client;
  try {
    client = await pool.connect();
    return await client.query('SELECT $1', [order.sku]);
  } catch (error) {
    console.error(error);
    throw error;
  } finally {
    if (client) client.release();
  }
}

async function rightOptional(order) {
  let client = null;
  try {
    client = await pool.connect();
    return await client.query('SELECT $1', [order.sku]);
  } finally {
    client?.release();
  }
}

// Right: released in both arms.
async function rightBothArms(order) {
  const client = await pool.connect();
  try {
    await client.query('SELECT $1', [order.sku]);
    client.release();
  } catch (error) {
    client.release(error);
    throw error;
  }
}

// Right: the caller's client is the caller's to release.
async function rightOwnership(order, existing) {
  const client = existing || (await pool.connect());
  const owns = !existing;
  try {
    return await client.query('SELECT $1', [order.sku]);
  } finally {
    if (owns) client.release();
  }
}

module.exports = {
  reserve, reserveAndRollBack, swallow, rightFinally, rightGuarded, rightOptional, rightBothArms,
  rightOwnership,
};
