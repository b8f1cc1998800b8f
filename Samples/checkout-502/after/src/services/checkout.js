'use strict';

const { pool } = require('../db');
const carts = require('../data/carts');
const inventory = require('../data/inventory');
const orders = require('../data/orders');
const { EmptyCartError } = require('../errors');

async function checkout(customerId, cartId) {
  const client = await pool.connect();
  let broken = false;
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
    return order;
  } catch (err) {
    try {
      await client.query('ROLLBACK');
    } catch (rollbackError) {
      console.error('rollback failed, the connection is dropped', rollbackError);
      broken = true;
    }
    throw err;
  } finally {
    client.release(broken);
  }
}

module.exports = { checkout };
