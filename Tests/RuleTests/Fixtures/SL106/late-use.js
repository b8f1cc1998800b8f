const { Pool } = require('pg');

const pool = new Pool();

async function late(sql) {
  const client = await pool.connect();
  try {
    await client.query(sql);
  } finally {
    client.release();
  }
  return client.query('SELECT 1'); // expect: SL106
}

async function inTime(sql) {
  const client = await pool.connect();
  try {
    await client.query(sql);
    return await client.query('SELECT 1');
  } finally {
    client.release();
  }
}

module.exports = { late, inTime };
