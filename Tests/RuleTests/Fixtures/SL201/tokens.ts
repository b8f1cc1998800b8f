import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY!);

// A token confirms once: the same request again is refused.
export async function pay(amount: number, token: string) {
  return stripe.paymentIntents.create({
    amount,
    currency: 'eur',
    confirm: true,
    confirmation_token: token,
  });
}

export async function payAgain(amount: number, method: string) {
  return stripe.paymentIntents.create({ // expect: SL201
    amount,
    currency: 'eur',
    confirm: true,
    payment_method: method,
  });
}
