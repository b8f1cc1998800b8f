'use strict';

async function lockLines(client, cartId, customerId) {
  const { rows } = await client.query(
    `SELECT items.sku, items.quantity, products.unit_price
       FROM carts
       JOIN cart_items AS items ON items.cart_id = carts.id
       JOIN products ON products.sku = items.sku
      WHERE carts.id = $1 AND carts.customer_id = $2 AND carts.status = 'open'
      ORDER BY items.sku
        FOR UPDATE OF carts`,
    [cartId, customerId],
  );
  return rows;
}

async function close(client, cartId) {
  await client.query(`UPDATE carts SET status = 'ordered' WHERE id = $1`, [cartId]);
}

module.exports = { lockLines, close };
