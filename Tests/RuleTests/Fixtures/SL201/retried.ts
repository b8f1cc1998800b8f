// What makes the call run again is part of the story.
import Stripe from 'stripe';
import { Worker } from 'bullmq';
import pRetry from 'p-retry';

const stripe = new Stripe(process.env.STRIPE_KEY!);

export async function untilItWorks(order: Order) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      // step: related
      return await stripe.charges.create({ amount: order.total, currency: 'eur' }); // expect: SL201
    } catch (error) {
      console.error(error);
    }
  }
}

export async function eachOrder(orders: Order[]) {
  for (const order of orders) {
    await stripe.charges.create(
      { amount: order.total, currency: 'eur' },
      { idempotencyKey: `charge-${order.id}` },
    );
  }
}

export function withHelper(order: Order) {
  return pRetry(() => stripe.charges.create({ amount: order.total })); // expect: SL201 step: related
}

export const worker = new Worker('payments', async (job) => { // step: related
  await stripe.charges.create({ amount: job.data.total }); // expect: SL201
});

interface Order { id: string; total: number }
