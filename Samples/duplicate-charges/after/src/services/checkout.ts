import Stripe from 'stripe';
import { db } from '../db';
import type { Cart } from '../db/carts';
import type { Order } from '../db/orders';
import { stripe } from '../stripe';

export async function placeOrder(cart: Cart, cardToken: string): Promise<Order> {
  const order = await db.orders.open(cart);
  if (order.status === 'paid') {
    return order;
  }
  try {
    const charge = await stripe.charges.create(
      {
        amount: order.total,
        currency: order.currency,
        source: cardToken,
        description: `Order ${order.id}`,
        metadata: { orderId: order.id, attempt: order.attempt },
      },
      { idempotencyKey: `order-${order.id}-charge-${order.attempt}` },
    );
    await db.orders.markPaid(order.id, charge.id);
    return order;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError) {
      await db.orders.closeAttempt(order.id, order.attempt);
    }
    throw error;
  }
}
