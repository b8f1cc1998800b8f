import { charge, chargeOrder, type Order } from './payments';

export async function good(order: Order) {
  await charge({ amount: order.total, currency: 'eur' }, { idempotencyKey: `order-${order.id}` });
  await chargeOrder(order, `order-${order.id}`);
}

export async function bad(order: Order) {
  await charge({ amount: order.total, currency: 'eur' }); // expect: SL201 "`charge`, which calls `stripe.charges.create`"
}

export async function badByTheWrapper(order: Order) {
  await chargeOrder(order); // expect: SL201
}

export async function passesOn(order: Order, key: string) {
  await chargeOrder(order, key);
}
