const { Pool } = require('pg');

const pool = new Pool();

// A flag that is known before anything is taken decides the release.
async function countOwned(given) {
  const owns = !given;
  const client = given ?? (await pool.connect());
  try {
    return await client.query('SELECT count(*) FROM carts');
  } finally {
    if (owns) client.release();
  }
}

async function countCompared(client) {
  const isMine = client === undefined;
  if (isMine) client = await pool.connect();
  try {
    return await client.query('SELECT count(*) FROM carts');
  } finally {
    if (isMine) client.release();
  }
}

async function countCoerced(client) {
  const isShared = Boolean(client);
  if (!client) client = await pool.connect();
  try {
    return await client.query('SELECT count(*) FROM carts');
  } finally {
    if (!isShared) client.release();
  }
}

async function countJoined(client, options) {
  const needsOwn = !client || options.isolated;
  if (!client || needsOwn) client = await pool.connect();
  try {
    return await client.query('SELECT count(*) FROM carts');
  } finally {
    if (needsOwn) client.release();
  }
}

// The flag says the opposite of what it should.
async function countWrongly(client) {
  const isShared = !client;
  if (!client) client = await pool.connect(); // expect: SL101
  try {
    return await client.query('SELECT count(*) FROM carts');
  } finally {
    if (!isShared) client.release();
  }
}

module.exports = { countOwned, countCompared, countCoerced, countJoined, countWrongly };
