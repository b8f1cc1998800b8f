'use strict';

const { OutOfStockError } = require('../errors');

async function reserve(client, lines) {
  const skus = lines.map((line) => line.sku);
  const quantities = lines.map((line) => line.quantity);
  const { rowCount } = await client.query(
    `UPDATE inventory
        SET reserved = reserved + wanted.quantity
       FROM unnest($1::text[], $2::integer[]) AS wanted (sku, quantity)
      WHERE inventory.sku = wanted.sku AND on_hand - reserved >= wanted.quantity`,
    [skus, quantities],
  );
  if (rowCount < lines.length) {
    throw new OutOfStockError(skus);
  }
}

async function giveBack(client, orderId) {
  await client.query(
    `UPDATE inventory
        SET reserved = reserved - items.quantity
       FROM order_items AS items
      WHERE items.order_id = $1 AND inventory.sku = items.sku`,
    [orderId],
  );
}

module.exports = { reserve, giveBack };
