// What a delivered event adds to an account, through helpers, with and without a guard.
import crypto from 'node:crypto';
import { PrismaClient } from '@prisma/client';
import Stripe from 'stripe';

const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);

interface Delivery { body: Buffer; headers: Record<string, string> }
type Wallets = PrismaClient['wallet'];

function verified(request: Delivery): Stripe.Event {
  const signature = request.headers['stripe-signature'];
  return stripe.webhooks.constructEvent(request.body, signature, process.env.SECRET!);
}

export async function onDelivery(request: Delivery) {
  const event = verified(request);
  switch (event.type) {
    case 'invoice.paid':
      await onInvoicePaid(event, prisma.wallet);
      break;
    case 'charge.refunded':
      await onRefund(event);
      break;
    case 'customer.subscription.deleted':
      await onCancelled(event);
      break;
    default:
      throw new Error(`unexpected ${event.type}`);
  }
}

async function onInvoicePaid(event: Stripe.InvoicePaidEvent, wallets: Wallets) {
  const invoice = event.data.object;
  const wallet = await prisma.wallet.findUnique({ where: { customer: String(invoice.customer) } });
  // Whether there is a wallet says nothing of the event.
  if (!wallet) return;
  await addTokens(wallet.id, 100, wallets); // step: called
}

function addTokens(id: string, amount: number, wallets: Wallets) {
  return wallets.update({ where: { id }, data: { tokens: { increment: amount } } }); // expect: SL203 "adds to `tokens`"
}

async function onRefund(event: Stripe.ChargeRefundedEvent) {
  const refund = await prisma.refund.findUnique({ where: { charge: event.data.object.id } });
  if (refund) return;
  await addTokens('refunds', -1, prisma.wallet);
}

// The same state, however often it is written.
async function onCancelled(event: Stripe.CustomerSubscriptionDeletedEvent) {
  await prisma.wallet.update({
    where: { customer: String(event.data.object.customer) },
    data: { plan: 'none', cancelledAt: new Date(event.created) },
  });
}

// A signature that is compared by hand.
export async function onSignedOrder(request: Delivery) {
  const expected = crypto.createHmac('sha256', process.env.SECRET!).update(request.body).digest();
  const given = Buffer.from(request.headers['x-signature'], 'hex');
  if (!crypto.timingSafeEqual(expected, given)) throw new Error('forged');
  const order = JSON.parse(request.body.toString());
  await prisma.wallet.update({ // expect: SL203
    where: { id: order.wallet },
    data: { tokens: order.bonus ? { increment: order.bonus } : undefined },
  });
}

export async function onSignedOrderOnce(request: Delivery) {
  const expected = crypto.createHmac('sha256', process.env.SECRET!).update(request.body).digest();
  const given = Buffer.from(request.headers['x-signature'], 'hex');
  if (!crypto.timingSafeEqual(expected, given)) throw new Error('forged');
  const order = JSON.parse(request.body.toString());
  await prisma.receivedEvent.create({ data: { id: order.eventId } });
  await prisma.wallet.update({
    where: { id: order.wallet },
    data: { tokens: { increment: order.bonus } },
  });
}

// The first delivery leaves a state behind that the second one meets.
export async function onSettled(request: Delivery) {
  const event = verified(request);
  if (event.type !== 'payment_intent.succeeded') return;
  const order = await prisma.order.findUnique({ where: { intent: event.data.object.id } });
  if (!order || order.state === 'paid') return;
  await prisma.wallet.update({
    where: { id: order.walletId },
    data: { tokens: { increment: order.tokens } },
  });
}

// A write that says whether it did anything.
export async function onClaimed(request: Delivery) {
  const event = verified(request);
  if (event.type !== 'payment_intent.succeeded') return;
  const moved = await prisma.order.updateMany({
    where: { intent: event.data.object.id, state: 'pending' },
    data: { state: 'paid' },
  });
  if (moved.count === 0) return;
  await prisma.wallet.update({ where: { id: 'w' }, data: { tokens: { increment: 5 } } });
}

// A signature that is no event's: nothing is delivered again by a provider.
export async function onSignedLink(path: string, given: string) {
  const expected = crypto.createHmac('sha256', process.env.SECRET!).update(path).digest('hex');
  if (expected !== given) throw new Error('forged');
  await prisma.wallet.update({ where: { id: path }, data: { tokens: { increment: 1 } } });
}

// Who sends a signature receives no event.
export async function announce(wallet: string, body: string, headers: Headers) {
  const own = crypto.createHmac('sha256', process.env.SECRET!).update(body).digest('hex');
  headers.set('x-signature', own);
  await prisma.wallet.update({ where: { id: wallet }, data: { tokens: { increment: 1 } } });
}
