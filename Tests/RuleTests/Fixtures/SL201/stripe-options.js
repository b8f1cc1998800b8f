// A charge as it is written first: nothing stops a retry from taking the money twice.
const Stripe = require('stripe');

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY);

async function chargeWithoutKey(order) {
  return stripe.charges.create({ // expect: SL201 "stripe.charges.create"
    amount: order.total,
    currency: 'eur',
    customer: order.customerId,
  });
}

async function chargeWithKey(order) {
  return stripe.charges.create(
    { amount: order.total, currency: 'eur', customer: order.customerId },
    { idempotencyKey: `charge-${order.id}` },
  );
}

async function chargeOnAccount(order, account) {
  const options = { stripeAccount: account };
  options.idempotencyKey = 'order-' + order.id;
  return stripe.charges.create({ amount: order.total, currency: 'eur' }, options);
}

module.exports = { chargeWithoutKey, chargeWithKey, chargeOnAccount };
