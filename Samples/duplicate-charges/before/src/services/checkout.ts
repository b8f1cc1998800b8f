import type { Cart } from '../db/carts';
import type { Order } from '../db/orders';
import { db } from '../db';
import { stripe } from '../stripe';

export async function placeOrder(cart: Cart, cardToken: string): Promise<Order> {
  const charge = await stripe.charges.create({
    amount: cart.total,
    currency: cart.currency,
    source: cardToken,
    description: `Cart ${cart.id}`,
    metadata: { cartId: cart.id, customerId: cart.customerId },
  });
  return await db.orders.insert({
    cartId: cart.id,
    customerId: cart.customerId,
    total: charge.amount,
    currency: charge.currency,
    chargeId: charge.id,
  });
}
