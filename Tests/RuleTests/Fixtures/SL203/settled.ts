// A delivery that sets what it asks about keeps the second one out.
import { PrismaClient } from '@prisma/client';
import Stripe from 'stripe';

const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);

interface Sale { id: string; receipt?: string; buyer: string; save(): Promise<void> }

export async function onEvent(body: Buffer, signature: string, sale: Sale, other: Sale) {
  const event = stripe.webhooks.constructEvent(body, signature, process.env.SECRET!);
  if (event.type === 'charge.succeeded' && !sale.receipt) {
    await deliver(sale, String(event.data.object.receipt_url));
  }
  if (event.type === 'charge.updated' && !sale.buyer) {
    await prisma.parcel.create({ data: { sale: sale.id, buyer: other.buyer } }); // expect: SL203
  }
}

async function deliver(sale: Sale, url: string) {
  await prisma.parcel.create({ data: { sale: sale.id, buyer: sale.buyer } });
  sale.receipt = url;
  await sale.save();
}
