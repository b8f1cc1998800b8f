import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import Stripe from 'stripe';
import { db } from '../db';
import type { Renewal } from '../db/renewals';
import { stripe } from '../stripe';

const ATTEMPTS = 4;

async function charge(renewal: Renewal): Promise<Stripe.PaymentIntent> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await stripe.paymentIntents.create(
        {
          amount: renewal.amount,
          currency: renewal.currency,
          customer: renewal.stripeCustomer,
          payment_method: renewal.paymentMethod,
          off_session: true,
          confirm: true,
          metadata: { renewalId: renewal.id },
        },
        { idempotencyKey: randomUUID() },
      );
    } catch (error) {
      if (error instanceof Stripe.errors.StripeCardError || attempt === ATTEMPTS) {
        throw error;
      }
      await delay(500 * 2 ** attempt);
    }
  }
}

export async function payRenewal(renewalId: string): Promise<void> {
  const renewal = await db.renewals.findUnpaid(renewalId);
  if (!renewal) {
    return;
  }
  const intent = await charge(renewal);
  await db.renewals.setIntent(renewal.id, intent.id);
}
