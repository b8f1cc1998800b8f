// A query for each item, while the connection is held.
import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function lines(orders: Order[]) {
  const client = await pool.connect();
  try {
    const found = [];
    for (const order of orders) { // step: related
      const { rows } = await client.query('SELECT * FROM lines WHERE order_id = $1', [order.id]); // expect: SL405 "once for each item"
      found.push(...rows);
      await client.query('UPDATE orders SET seen = true WHERE id = $1', [order.id]);
    }
    return found;
  } finally {
    client.release();
  }
}

export async function together(orders: Order[]) {
  const client = await pool.connect();
  try {
    const ids = orders.map((order) => order.id);
    return await client.query('SELECT * FROM lines WHERE order_id = ANY($1)', [ids]);
  } finally {
    client.release();
  }
}

export async function mapped(orders: Order[]) {
  const client = await pool.connect();
  try {
    return await Promise.all(
      orders.map((order) => client.query('SELECT 1 FROM lines WHERE order_id = $1', [order.id])), // expect: SL405
    );
  } finally {
    client.release();
  }
}

// Asks again for the same thing: there is no one query for that.
export async function polled(order: Order) {
  const client = await pool.connect();
  try {
    for (;;) {
      const { rows } = await client.query('SELECT paid FROM orders WHERE id = $1', [order.id]);
      if (rows[0].paid) return;
    }
  } finally {
    client.release();
  }
}

export async function inBatches(batches: string[][]) {
  const client = await pool.connect();
  try {
    for (const batch of batches) {
      await client.query('DELETE FROM lines WHERE order_id = ANY($1)', [batch]);
    }
  } finally {
    client.release();
  }
}

// The pool gives a connection for each query and takes it back.
export async function onThePool(orders: Order[]) {
  for (const order of orders) {
    await pool.query('UPDATE orders SET seen = true WHERE id = $1', [order.id]);
  }
}

interface Order { id: string }
