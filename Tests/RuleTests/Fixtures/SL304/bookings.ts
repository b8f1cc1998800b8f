import { PrismaClient } from '@prisma/client';
import Stripe from 'stripe';

const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);

async function record(reference: string, seats: number) {
  return prisma.booking.create({ data: { reference, seats } });
}

// Whoever comes back from the payment page has the booking recorded, and so does the webhook.
export async function confirm(request: any, response: any) {
  const session = await stripe.checkout.sessions.retrieve(request.body.session);
  const booking = await record(session.id, Number(session.metadata.seats)); // expect: SL304 "into `booking`"
  response.json(booking);
}

// A row of another kind, and one that no payment is in.
export async function start(request: any, response: any) {
  const session = await stripe.checkout.sessions.create(
    { mode: 'payment', line_items: request.body.items },
    { idempotencyKey: `cart-${request.body.cart}` },
  );
  await prisma.attempt.create({ data: { session: session.id } });
  response.json({ url: session.url });
}

export async function enter(request: any, response: any) {
  response.json(await record(request.body.reference, 1));
}

// One step, whoever is first.
export async function confirmOnce(request: any, response: any) {
  const session = await stripe.checkout.sessions.retrieve(request.body.session);
  const booking = await prisma.booking.upsert({
    where: { reference: session.id },
    create: { reference: session.id, seats: 1 },
    update: {},
  });
  response.json(booking);
}

export async function webhook(request: any, response: any) {
  const signature = request.headers['stripe-signature'];
  const event = stripe.webhooks.constructEvent(request.body, signature, process.env.SECRET!);
  if (event.type === 'checkout.session.completed') {
    const session = event.data.object;
    const known = await prisma.event.findUnique({ where: { id: event.id } });
    if (!known) {
      await record(session.id, Number(session.metadata?.seats));
    }
  }
  response.sendStatus(200);
}
