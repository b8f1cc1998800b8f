import { pool } from './pool';

export interface Renewal {
  id: string;
  stripeCustomer: string;
  paymentMethod: string;
  amount: number;
  currency: string;
  attempt: number;
}

export const renewals = {
  async findUnpaid(id: string): Promise<Renewal | undefined> {
    const { rows } = await pool.query<Renewal>(
      `SELECT id, stripe_customer AS "stripeCustomer",
              payment_method AS "paymentMethod", amount, currency, attempt
         FROM renewals WHERE id = $1 AND payment_intent IS NULL`,
      [id],
    );
    return rows[0];
  },

  async setIntent(id: string, paymentIntent: string): Promise<void> {
    await pool.query(
      `UPDATE renewals SET payment_intent = $2 WHERE id = $1 AND payment_intent IS NULL`,
      [id, paymentIntent],
    );
  },

  async closeAttempt(id: string, attempt: number): Promise<void> {
    await pool.query(
      `UPDATE renewals SET attempt = attempt + 1
        WHERE id = $1 AND attempt = $2 AND payment_intent IS NULL`,
      [id, attempt],
    );
  },
};
