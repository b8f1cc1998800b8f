import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);

// Whether there is a key is up to the callers: nothing is wrong here.
export function charge(params: Stripe.ChargeCreateParams, options?: Stripe.RequestOptions) {
  return stripe.charges.create(params, options); // step: called
}

// One level more.
export async function chargeOrder(order: Order, key?: string) {
  const options = { timeout: 2000, idempotencyKey: key };
  return charge({ amount: order.total, currency: 'eur' }, options);
}

export interface Order { id: string; total: number }
