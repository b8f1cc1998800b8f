'use strict';

const { Router } = require('express');
const { checkout } = require('../services/checkout');

const router = Router();

router.post('/', async (req, res) => {
  const { customerId, cartId } = req.body;
  if (!customerId || !cartId) {
    res.status(400).json({ error: 'customerId and cartId are required' });
    return;
  }
  const order = await checkout(customerId, cartId);
  res.status(201).json({ orderId: order.id, total: order.total });
});

module.exports = router;
