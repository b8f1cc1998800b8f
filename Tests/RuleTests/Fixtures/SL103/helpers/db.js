const { Pool } = require('pg');

const pool = new Pool();

// The caller answers for what this returns.
async function checkout() {
  const client = await pool.connect();
  client.on('error', console.error);
  return client;
}

function giveBack(client) {
  if (client) client.release();
}

async function withClient(work) {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

module.exports = { checkout, giveBack, withClient };
