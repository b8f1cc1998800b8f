import { pool } from './pool';

export interface Renewal {
  id: string;
  stripeCustomer: string;
  paymentMethod: string;
  amount: number;
  currency: string;
}

export const renewals = {
  async findUnpaid(id: string): Promise<Renewal | undefined> {
    const { rows } = await pool.query<Renewal>(
      `SELECT id, stripe_customer AS "stripeCustomer",
              payment_method AS "paymentMethod", amount, currency
         FROM renewals WHERE id = $1 AND payment_intent IS NULL`,
      [id],
    );
    return rows[0];
  },

  async setIntent(id: string, paymentIntent: string): Promise<void> {
    await pool.query('UPDATE renewals SET payment_intent = $2 WHERE id = $1', [
      id,
      paymentIntent,
    ]);
  },
};
