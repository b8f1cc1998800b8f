const { Pool } = require('pg');

const pool = new Pool();

async function open(order) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN'); // expect: SL107
    await client.query('INSERT INTO orders (sku) VALUES ($1)', [order.sku]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

async function closed(order) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('INSERT INTO orders (sku) VALUES ($1)', [order.sku]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

module.exports = { open, closed };
