// Charges as they are written first, and as they should be: the key is the second argument.
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

async function keyInVariable(order, account) {
  const options = { stripeAccount: account };
  options.idempotencyKey = 'order-' + order.id;
  return stripe.charges.create({ amount: order.total, currency: 'eur' }, options);
}

async function optionsWithoutKey(order, account) {
  const options = { stripeAccount: account };
  return stripe.charges.create({ amount: order.total }, options); // expect: SL201
}

async function keyAmongParameters(order) {
  return stripe.charges.create({ // expect: SL201 "does not look for it in `idempotencyKey`"
    amount: order.total,
    idempotencyKey: `charge-${order.id}`,
  });
}

async function misspeltKey(order) {
  // expect: SL201 "does not look for it in `idempotency_key`"
  return stripe.charges.create({ amount: order.total }, { idempotency_key: order.id });
}

async function nullKey(order) {
  return stripe.charges.create({ amount: order.total }, { idempotencyKey: null }); // expect: SL201
}

async function keyIfThereIsOne(order, key) {
  return stripe.charges.create({ amount: order.total }, key ? { idempotencyKey: key } : {});
}

async function spreadWithKey(order) {
  const base = { idempotencyKey: `charge-${order.id}` };
  return stripe.charges.create({ amount: order.total }, { ...base, maxNetworkRetries: 2 });
}

async function spreadWithoutKey(order) {
  const base = { timeout: 2000 };
  // expect: SL201
  return stripe.charges.create({ amount: order.total }, { ...base, maxNetworkRetries: 2 });
}

async function assignedKey(order, defaults) {
  const options = Object.assign({}, defaults, { idempotencyKey: `charge-${order.id}` });
  return stripe.charges.create({ amount: order.total }, options);
}

async function computedName(order) {
  const name = 'idempotencyKey';
  return stripe.charges.create({ amount: order.total }, { [name]: `charge-${order.id}` });
}

// What comes from outside the program may hold the key.
async function optionsFromOutside(order, options) {
  return stripe.charges.create({ amount: order.total }, options);
}

async function optionsFromLibrary(order) {
  const { stripeOptions } = require('shop-settings');
  return stripe.charges.create({ amount: order.total }, stripeOptions(order));
}

module.exports = {
  chargeWithoutKey, chargeWithKey, keyInVariable, optionsWithoutKey, keyAmongParameters,
  misspeltKey, nullKey, keyIfThereIsOne, spreadWithKey, spreadWithoutKey, assignedKey,
  computedName, optionsFromOutside, optionsFromLibrary,
};
