const { Pool } = require('pg');
const { createClient } = require('redis');

const pool = new Pool();

// The caller says with an argument that the client stays open, and keeps it.
async function ask(text, options) {
  const client = await pool.connect();
  try {
    return await client.query(text);
  } finally {
    if (!options.keepOpen) client.release();
  }
}

// A flag of the function's own is no such word.
async function askOnce(text) {
  const client = await pool.connect(); // expect: SL103
  let succeeded = false;
  try {
    const answer = await client.query(text);
    succeeded = true;
    return answer;
  } finally {
    if (succeeded) client.release();
  }
}

// Leaving early is no flag.
async function askUnless(text, isIdle) {
  const client = await pool.connect(); // expect: SL102
  if (isIdle) return null;
  try {
    return await client.query(text);
  } finally {
    client.release();
  }
}

// A pause cannot fail, and settling a promise cannot.
async function askLater(text) {
  const client = await pool.connect();
  await new Promise((go) => setTimeout(go, 100));
  try {
    return await client.query(text);
  } finally {
    client.release();
  }
}

// What is taken from a client and given away takes the client along.
async function openCarts(url) {
  const client = createClient({ url });
  await client.connect();
  return client.duplicate();
}

// A listener is not the rest of the function.
async function listen(url) {
  const client = createClient({ url });
  client.on('error', (error) => {
    report(error);
    client.destroy();
  });
  await client.connect();
  return client;
}

module.exports = { ask, askOnce, askUnless, askLater, openCarts, listen };
