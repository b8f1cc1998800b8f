import { MollieClient } from '@mollie/api-client';

function parameters(refund: Refund): Promise<{ paymentId: string; amount: Money }> {
  if (!refund.payment) {
    return Promise.reject({ status: 400, idempotencyKey: refund.id });
  }
  return Promise.resolve({ paymentId: refund.payment, amount: refund.amount });
}

export async function refund(mollie: MollieClient, refund: Refund) {
  const request = await parameters(refund);
  return mollie.payments_refunds.create(request); // expect: SL201
}

export async function refundOnce(mollie: MollieClient, refund: Refund) {
  const request = await parameters(refund);
  return mollie.payments_refunds.create({ ...request, idempotencyKey: `refund-${refund.id}` });
}
