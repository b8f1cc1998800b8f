'use strict';

const { pool } = require('../db');
const carts = require('../data/carts');
const inventory = require('../data/inventory');
const orders = require('../data/orders');
const { EmptyCartError } = require('../errors');

async function checkout(customerId, cartId) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const lines = await carts.lockLines(client, cartId, customerId);
    if (lines.length === 0) {
      throw new EmptyCartError(cartId);
    }
    await inventory.reserve(client, lines);
    const order = await orders.insert(client, { customerId, cartId, lines });
    await carts.close(client, cartId);
    await client.query('COMMIT');
    client.release();
    return order;
  } catch (err) {
    await client.query('ROLLBACK');
    throw err;
  }
}

module.exports = { checkout };
