import { Router } from 'express';
import Stripe from 'stripe';
import { db } from '../db';
import { placeOrder } from '../services/checkout';

export const checkout = Router();

checkout.post('/', async (request, response) => {
  const { cartId, cardToken } = request.body;
  const cart = await db.carts.find(cartId);
  if (!cart) {
    response.status(404).json({ error: 'unknown cart' });
    return;
  }
  try {
    const order = await placeOrder(cart, cardToken);
    response.status(201).json({ orderId: order.id });
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError) {
      response.status(402).json({ error: error.message });
      return;
    }
    throw error;
  }
});
