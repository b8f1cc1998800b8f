// A key that is another one at each attempt.
import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import { v4 as uuid } from 'uuid';
import { db } from './db';

const stripe = new Stripe(process.env.STRIPE_KEY!);

export async function inline(order: Order) {
  // expect: SL202 "from `randomUUID`"
  return stripe.charges.create({ amount: order.total }, { idempotencyKey: randomUUID() });
}

export async function inVariable(order: Order) {
  const idempotencyKey = uuid(); // step: made
  return stripe.charges.create({ amount: order.total }, { idempotencyKey }); // expect: SL202
}

export async function partOfIt(order: Order) {
  const options = { idempotencyKey: `charge-${order.id}-${Date.now()}` };
  return stripe.charges.create({ amount: order.total }, options); // expect: SL202 "Date.now"
}

export async function byHelper(order: Order) {
  return stripe.charges.create({ amount: order.total }, { idempotencyKey: keyFor(order) }); // expect: SL202
}

function keyFor(order: Order) {
  return order.id + '-' + Math.random().toString(36).slice(2); // step: made
}

export async function moment(order: Order) {
  const idempotencyKey = `charge-${order.id}-${new Date().getTime()}`;
  return stripe.charges.create({ amount: order.total }, { idempotencyKey }); // expect: SL202
}

// The month is the same for all attempts at this month's charge.
export async function monthly(order: Order) {
  const idempotencyKey = `charge-${order.id}-${new Date().getMonth()}`;
  return stripe.charges.create({ amount: order.total }, { idempotencyKey });
}

export async function givenDate(order: Order) {
  const idempotencyKey = `charge-${order.id}-${new Date(order.due).getTime()}`;
  return stripe.charges.create({ amount: order.total }, { idempotencyKey });
}

// Stored before the call, so that a retry finds it.
export async function storedFirst(order: Order) {
  const attempt = { order: order.id, key: randomUUID() };
  await db.attempts.insert(attempt);
  return stripe.charges.create({ amount: order.total }, { idempotencyKey: attempt.key });
}

export async function storedAfterwards(order: Order) {
  const key = randomUUID();
  const charge = await stripe.charges.create({ amount: order.total }, { idempotencyKey: key }); // expect: SL202
  await db.attempts.insert({ order: order.id, key });
  return charge;
}

export async function savedOrMade(order: Order) {
  const idempotencyKey = order.paymentKey ?? randomUUID();
  return stripe.charges.create({ amount: order.total }, { idempotencyKey });
}

// Whoever calls knows; here nobody does.
export async function fromOutside(order: Order, attempt: string) {
  return stripe.charges.create({ amount: order.total }, { idempotencyKey: attempt });
}

interface Order { id: string; total: number; due: string; paymentKey?: string }
