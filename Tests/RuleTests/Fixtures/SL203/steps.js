// Handlers behind a step that verifies, tables of handlers, and amounts in other libraries.
const crypto = require('crypto');
const express = require('express');
const mongoose = require('mongoose');
const { Pool } = require('pg');

const pool = new Pool({ connectionTimeoutMillis: 5000 });
const router = express.Router();
const Account = mongoose.model('Account', new mongoose.Schema({ owner: String, balance: Number }));

function checkSignature(request, response, next) {
  const hash = crypto.createHmac('sha512', process.env.SECRET).update(request.rawBody).digest('hex');
  if (hash !== request.headers['x-paystack-signature']) return response.sendStatus(401);
  next();
}

router.post('/paystack', checkSignature, async (request, response) => {
  const { amount, customer } = request.body.data;
  await Account.findOneAndUpdate({ owner: customer }, { $inc: { balance: amount } }); // expect: SL203
  response.sendStatus(200);
});

router.post('/paystack-once', checkSignature, async (request, response) => {
  const { amount, customer, reference } = request.body.data;
  if (await alreadyCredited(reference)) return response.sendStatus(200);
  await Account.findOneAndUpdate({ owner: customer }, { $inc: { balance: amount } });
  response.sendStatus(200);
});

// Not an event: anyone may deposit twice.
router.post('/deposit', async (request, response) => {
  const { amount, customer } = request.body;
  await Account.findOneAndUpdate({ owner: customer }, { $inc: { balance: amount } });
  response.sendStatus(200);
});

async function alreadyCredited(reference) {
  const { rows } = await pool.query('SELECT 1 FROM credits WHERE reference = $1', [reference]);
  return rows.length > 0;
}

const handlers = {
  'checkout.session.completed': onCheckout,
  'invoice.payment_failed': onFailure,
};

async function onCheckout(session) {
  await pool.query('UPDATE accounts SET balance = balance + $1 WHERE owner = $2', [ // expect: SL203
    session.amount_total,
    session.customer,
  ]);
}

async function onFailure(invoice) {
  await pool.query('UPDATE accounts SET suspended = true WHERE owner = $1', [invoice.customer]);
  await pool.query('UPDATE accounts SET failed_attempts = failed_attempts + 1 WHERE owner = $1', [
    invoice.customer,
  ]);
}

module.exports = { router, handlers };
