import express, { Router } from 'express';
import Stripe from 'stripe';
import { db } from '../db';
import { inTransaction } from '../db/pool';
import { stripe } from '../stripe';

export const webhooks = Router();

async function recordCharge(eventId: string, charge: Stripe.Charge): Promise<void> {
  await inTransaction(async (client) => {
    const { rowCount } = await client.query(
      'INSERT INTO stripe_events (id) VALUES ($1) ON CONFLICT (id) DO NOTHING',
      [eventId],
    );
    if (rowCount === 0) {
      return;
    }
    await db.orders.insert(
      {
        cartId: charge.metadata.cartId,
        customerId: charge.metadata.customerId,
        total: charge.amount,
        currency: charge.currency,
        chargeId: charge.id,
      },
      client,
    );
  });
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
  if (event.type === 'charge.succeeded' && event.data.object.metadata.cartId) {
    await recordCharge(event.id, event.data.object);
  }
  response.json({ received: true });
});
