'use strict';

const { pool } = require('../db');
const inventory = require('../data/inventory');
const orders = require('../data/orders');
const { OrderNotFoundError } = require('../errors');

async function listOrders(customerId) {
  const { rows } = await pool.query(
    `SELECT id, total, status, placed_at FROM orders
      WHERE customer_id = $1 ORDER BY placed_at DESC LIMIT 50`,
    [customerId],
  );
  return rows;
}

async function cancelOrder(orderId) {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('BEGIN');
    if (!(await orders.markCancelled(client, orderId))) {
      throw new OrderNotFoundError(orderId);
    }
    await inventory.giveBack(client, orderId);
    await client.query('COMMIT');
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

module.exports = { listOrders, cancelOrder };
