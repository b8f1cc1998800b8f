// A key that is joined from a list is what its parts are.
import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);

export async function drawn(team: string, plan: string) {
  const idempotencyKey = ['subscribe', team, plan, randomUUID()].join(':');
  return stripe.subscriptions.create({ customer: team }, { idempotencyKey }); // expect: SL202
}

export async function told(team: string, plan: string) {
  const idempotencyKey = ['subscribe', team, plan].join(':');
  return stripe.subscriptions.create({ customer: team }, { idempotencyKey });
}

export async function once(userId: string) {
  const idempotencyKey = ['start-trial', userId].join('-');
  return stripe.subscriptions.create({ customer: userId }, { idempotencyKey });
}
