// Which calls move money, and which ones the provider's own state protects.
import Stripe from 'stripe';

export class Billing {
  constructor(private readonly stripe: Stripe) {}

  async confirmedIntent(order: Order) {
    return this.stripe.paymentIntents.create({ // expect: SL201 "second charge"
      amount: order.total,
      currency: 'eur',
      confirm: true,
    });
  }

  async partOfTheMoneyBack(order: Order, amount: number) {
    return this.stripe.refunds.create({ charge: order.chargeId, amount }); // expect: SL201 "refund"
  }

  async allOfTheMoneyBack(order: Order) {
    return this.stripe.refunds.create({ charge: order.chargeId });
  }

  async capture(order: Order) {
    return this.stripe.paymentIntents.capture(order.intentId);
  }

  async confirm(order: Order) {
    return this.stripe.paymentIntents.confirm(order.intentId);
  }

  async payOut(payout: Payout) {
    return this.stripe.payouts.create({ amount: payout.amount, currency: 'eur' }); // expect: SL201
  }

  async subscribe(customer: string, price: string) {
    return this.stripe.subscriptions.create({ customer, items: [{ price }] }); // expect: SL201
  }

  async readsAndWritesNoMoney(customer: string) {
    await this.stripe.customers.update(customer, { metadata: { seen: 'yes' } });
    await this.stripe.charges.list({ customer });
    return this.stripe.customers.retrieve(customer);
  }
}

interface Order { id: string; total: number; chargeId: string; intentId: string }
interface Payout { id: string; amount: number }
