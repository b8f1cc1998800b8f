'use strict';

async function insert(client, { customerId, cartId, lines }) {
  const total = lines.reduce((sum, line) => sum + line.quantity * line.unit_price, 0);
  const { rows } = await client.query(
    `INSERT INTO orders (cart_id, customer_id, total) VALUES ($1, $2, $3)
     RETURNING id, total`,
    [cartId, customerId, total],
  );
  const [order] = rows;
  await client.query(
    `INSERT INTO order_items (order_id, sku, quantity, unit_price)
     SELECT $1, line.sku, line.quantity, line.unit_price
       FROM unnest($2::text[], $3::integer[], $4::integer[])
         AS line (sku, quantity, unit_price)`,
    [
      order.id,
      lines.map((line) => line.sku),
      lines.map((line) => line.quantity),
      lines.map((line) => line.unit_price),
    ],
  );
  return order;
}

async function markCancelled(client, orderId) {
  const { rowCount } = await client.query(
    `UPDATE orders SET status = 'cancelled' WHERE id = $1 AND status = 'placed'`,
    [orderId],
  );
  return rowCount === 1;
}

module.exports = { insert, markCancelled };
