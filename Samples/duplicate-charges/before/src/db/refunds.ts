import { pool } from './pool';

export interface RefundRequest {
  requestId: string;
  orderId: string;
  amount: number;
}

export interface Refund {
  id: string;
  amount: number;
}

export const refunds = {
  async open(request: RefundRequest): Promise<Refund> {
    const { rows } = await pool.query<Refund>(
      `INSERT INTO refunds (request_id, order_id, amount) VALUES ($1, $2, $3)
       ON CONFLICT (request_id) DO UPDATE SET request_id = excluded.request_id
       RETURNING id, amount`,
      [request.requestId, request.orderId, request.amount],
    );
    return rows[0];
  },

  async setStripeId(id: string, stripeRefundId: string): Promise<void> {
    await pool.query('UPDATE refunds SET stripe_refund_id = $2 WHERE id = $1', [
      id,
      stripeRefundId,
    ]);
  },
};
