const { Pool } = require('pg');

const pool = new Pool();

async function twice(sql) {
  const client = await pool.connect();
  try {
    const result = await client.query(sql);
    client.release();
    return result;
  } finally {
    client.release(); // expect: SL105
  }
}

async function once(sql) {
  const client = await pool.connect();
  try {
    return await client.query(sql);
  } finally {
    client.release();
  }
}

module.exports = { twice, once };
