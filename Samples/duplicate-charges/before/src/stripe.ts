import Stripe from 'stripe';

export const stripe = new Stripe(process.env.STRIPE_SECRET_KEY ?? '', {
  maxNetworkRetries: 2,
  timeout: 20_000,
});
