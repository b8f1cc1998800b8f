// A key that is the same for the next purchase too.
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);

export async function perUser(user: User, total: number) {
  // expect: SL202 "only tells one user from another"
  return stripe.charges.create({ amount: total }, { idempotencyKey: user.id });
}

export async function perCustomer(customerId: string, total: number) {
  const idempotencyKey = `charge-${customerId}`;
  return stripe.charges.create({ amount: total }, { idempotencyKey }); // expect: SL202 "one customer"
}

export async function constant(total: number) {
  return stripe.charges.create({ amount: total }, { idempotencyKey: 'checkout' }); // expect: SL202 "always gets the same"
}

export async function perOrder(user: User, orderId: string, total: number) {
  const idempotencyKey = `charge-${user.id}-${orderId}`;
  return stripe.charges.create({ amount: total }, { idempotencyKey });
}

export async function perInvoice(user: User, total: number) {
  return stripe.charges.create({ amount: total }, { idempotencyKey: user.invoiceId });
}

interface User { id: string; invoiceId: string }

// One trial for each organisation is what is meant.
export async function trial(organizationId: string, price: string) {
  return stripe.subscriptions.create(
    { customer: organizationId, items: [{ price }] },
    { idempotencyKey: `start-trial-${organizationId}` },
  );
}
