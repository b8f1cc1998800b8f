import express, { Router } from 'express';
import Stripe from 'stripe';
import { db } from '../db';
import { stripe } from '../stripe';

export const webhooks = Router();

async function settle(event: Stripe.Event): Promise<void> {
  if (event.type !== 'charge.succeeded' && event.type !== 'charge.failed') {
    return;
  }
  const charge = event.data.object;
  const { orderId, attempt } = charge.metadata;
  if (!orderId) {
    return;
  }
  if (event.type === 'charge.succeeded') {
    await db.orders.markPaid(orderId, charge.id);
  } else {
    await db.orders.closeAttempt(orderId, Number(attempt));
  }
}

function verified(body: Buffer, signature: string): Stripe.Event | undefined {
  try {
    const secret = process.env.STRIPE_WEBHOOK_SECRET ?? '';
    return stripe.webhooks.constructEvent(body, signature, secret);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) {
      return undefined;
    }
    throw error;
  }
}

webhooks.post('/', express.raw({ type: 'application/json' }), async (request, response) => {
  const event = verified(request.body, request.header('stripe-signature') ?? '');
  if (!event) {
    response.status(400).json({ error: 'bad signature' });
    return;
  }
  await settle(event);
  response.json({ received: true });
});
