'use strict';

const { Router } = require('express');
const { cancelOrder, listOrders } = require('../services/orders');

const router = Router();

router.get('/', async (req, res) => {
  res.json({ orders: await listOrders(req.query.customerId) });
});

router.delete('/:id', async (req, res) => {
  await cancelOrder(req.params.id);
  res.status(204).end();
});

module.exports = router;
