import { PrismaClient } from '@prisma/client';
import Stripe from 'stripe';

const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);

// Two things happened, and each has its line in the log.
export async function leave(request: any, response: any) {
  const session = await stripe.checkout.sessions.retrieve(request.body.session);
  await prisma.activityLog.create({ data: { kind: 'left', session: session.id } });
  response.sendStatus(200);
}

export async function pay(request: any, response: any) {
  const session = await stripe.checkout.sessions.retrieve(request.body.session);
  await prisma.purchase.create({ data: { session: session.id } }); // expect: SL304
  response.sendStatus(200);
}

// Nobody but the webhook comes here.
async function settle(id: string) {
  const session = await stripe.checkout.sessions.retrieve(id);
  await prisma.purchase.create({ data: { session: session.id } });
  await prisma.activityLog.create({ data: { kind: 'paid', session: session.id } });
}

async function onPaid(event: Stripe.Event) {
  await settle((event.data.object as Stripe.Checkout.Session).id);
}

export async function webhook(request: any, response: any) {
  const signature = request.headers['stripe-signature'];
  const event = stripe.webhooks.constructEvent(request.body, signature, process.env.SECRET!);
  switch (event.type) {
    case 'checkout.session.completed': {
      const known = await prisma.event.findUnique({ where: { id: event.id } });
      if (!known) await onPaid(event);
      break;
    }
  }
  response.sendStatus(200);
}
