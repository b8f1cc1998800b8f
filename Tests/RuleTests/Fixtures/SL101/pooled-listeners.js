// What listens to a connection that goes back to its pool listens on with whoever has it next.
const { Pool } = require('pg');

const pool = new Pool();

async function follow(text, see) {
  const client = await pool.connect();
  client.on('notice', (notice) => see(notice.message)); // expect: SL101 note
  try {
    return await client.query(text);
  } finally {
    client.release();
  }
}

async function followForAWhile(text, see) {
  const client = await pool.connect();
  const listener = (notice) => see(notice.message);
  client.on('notice', listener);
  try {
    return await client.query(text);
  } finally {
    client.off('notice', listener);
    client.release();
  }
}

async function followOnce(text, see) {
  const client = await pool.connect();
  client.once('drain', () => see('drained'));
  try {
    return await client.query(text);
  } finally {
    client.release();
  }
}

// The pool throws it away.
async function followAndDestroy(text, see) {
  const client = await pool.connect();
  client.on('notice', (notice) => see(notice.message));
  try {
    return await client.query(text);
  } finally {
    client.release(true);
  }
}

async function followAll(text, see) {
  const client = await pool.connect();
  client.on('error', (failure) => see(failure.message));
  try {
    return await client.query(text);
  } finally {
    client.removeAllListeners('error');
    client.release();
  }
}

module.exports = { follow, followForAWhile, followOnce, followAndDestroy, followAll };
