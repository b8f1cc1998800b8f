'use strict';

const express = require('express');
const checkoutRoutes = require('./routes/checkout');
const orderRoutes = require('./routes/orders');
const { RequestError } = require('./errors');

const app = express();

app.use(express.json());
app.use('/api/checkout', checkoutRoutes);
app.use('/api/orders', orderRoutes);

app.use((err, req, res, next) => {
  if (res.headersSent) {
    next(err);
    return;
  }
  if (err instanceof RequestError) {
    res.status(err.status).json({ error: err.code, message: err.message });
    return;
  }
  console.error(`${req.method} ${req.originalUrl} failed`, err);
  res.status(500).json({ error: 'internal' });
});

module.exports = app;
