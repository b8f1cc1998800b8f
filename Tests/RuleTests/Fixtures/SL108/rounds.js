const { Pool } = require('pg');

const pool = new Pool();

async function reconnecting(sql) {
  for (let attempt = 0; ; attempt++) {
    const client = await pool.connect(); // expect: SL108
    try {
      const { rows } = await client.query(sql);
      client.release();
      return rows;
    } catch (error) {
      console.error('again', attempt, error);
    }
  }
}

async function replaced(sql) {
  let client = await pool.connect();
  try {
    await client.query('SELECT 1');
  } catch {
    client.release(true);
    client = await pool.connect();
  }
  try {
    return await client.query(sql);
  } finally {
    client.release();
  }
}

module.exports = { reconnecting, replaced };
