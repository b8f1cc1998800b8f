// Money first or record first.
import { PrismaClient } from '@prisma/client';
import Stripe from 'stripe';

const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);

export async function moneyFirst(cart: { id: string; total: number }) {
  const charge = await stripe.charges.create( // expect: SL204
    { amount: cart.total, currency: 'eur' },
    { idempotencyKey: `charge-${cart.id}` },
  );
  return prisma.order.create({ data: { cart: cart.id, charge: charge.id } });
}

export async function recordFirst(cart: { id: string; total: number }) {
  const order = await prisma.order.create({ data: { cart: cart.id, state: 'pending' } });
  const charge = await stripe.charges.create(
    { amount: cart.total, currency: 'eur' },
    { idempotencyKey: `charge-${order.id}` },
  );
  await prisma.chargeRow.create({ data: { order: order.id, charge: charge.id } });
}

// What cannot be stored is given back.
export async function undone(cart: { id: string; total: number }) {
  const charge = await stripe.charges.create(
    { amount: cart.total, currency: 'eur' },
    { idempotencyKey: `charge-${cart.id}` },
  );
  try {
    await prisma.order.create({ data: { cart: cart.id, charge: charge.id } });
  } catch (error) {
    await stripe.refunds.create({ charge: charge.id });
    throw error;
  }
}
