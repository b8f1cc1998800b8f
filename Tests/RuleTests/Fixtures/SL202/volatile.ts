// A key made of everything that is sent.
import { createHash } from 'node:crypto';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);

export async function hashOfAll(params: Stripe.ChargeCreateParams) {
  const idempotencyKey = createHash('sha256').update(JSON.stringify(params)).digest('hex');
  return stripe.charges.create(params, { idempotencyKey }); // expect: SL202 "everything that is sent"
}

export async function hashOfSome(order: Order) {
  const text = JSON.stringify({ order: order.id, amount: order.total });
  const idempotencyKey = createHash('sha256').update(text).digest('hex');
  return stripe.charges.create({ amount: order.total }, { idempotencyKey });
}

export async function hashWithClock(order: Order) {
  const text = JSON.stringify({ order: order.id, at: Date.now() });
  const idempotencyKey = createHash('sha256').update(text).digest('hex');
  return stripe.charges.create({ amount: order.total }, { idempotencyKey }); // expect: SL202 "Date.now"
}

interface Order { id: string; total: number }

// What is given is used; only when nothing is, everything is hashed.
export async function givenOrHashed(params: Stripe.ChargeCreateParams, order: Order, key?: string) {
  const idempotencyKey = key ?? digest({ order: order.id, payload: params });
  return stripe.charges.create(params, { idempotencyKey }); // expect: SL202 "everything that is sent"
}

function digest(content: { order: string; payload: object }) {
  const text = JSON.stringify({ order: content.order, payload: content.payload }); // step: made
  return createHash('sha256').update(text).digest('hex').substring(0, 32);
}

// The same request gives the same text.
export async function hashOfTheRequest(body: { order: string; total: number }) {
  const idempotencyKey = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return stripe.charges.create({ amount: body.total }, { idempotencyKey });
}
