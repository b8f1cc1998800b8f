import { db } from '../db';
import type { RefundRequest } from '../db/refunds';
import { stripe } from '../stripe';

export async function refundCharge(charge: string, request: RefundRequest): Promise<string> {
  const refund = await db.refunds.open(request);
  const stripeRefund = await stripe.refunds.create(
    { charge, amount: refund.amount },
    { idempotencyKey: `refund-${refund.id}` },
  );
  await db.refunds.setStripeId(refund.id, stripeRefund.id);
  return refund.id;
}
