import { pool } from '../db.js';

export interface StatementLine {
  id: string;
  amount: number;
  currency: string;
  captured_at: Date;
  fees: { kind: string; amount: number }[];
  net: number;
}

export async function monthlyStatement(
  merchantId: string,
  firstDay: string,
): Promise<StatementLine[]> {
  const { rows } = await pool.query<StatementLine>(
    `SELECT payments.id, payments.amount, payments.currency, payments.captured_at,
            coalesce(jsonb_agg(jsonb_build_object('kind', fees.kind, 'amount', fees.amount))
                       FILTER (WHERE fees.payment_id IS NOT NULL), '[]') AS fees,
            (payments.amount - coalesce(sum(fees.amount), 0))::integer AS net
       FROM payments
       LEFT JOIN payment_fees AS fees ON fees.payment_id = payments.id
      WHERE payments.merchant_id = $1
        AND payments.captured_at >= $2::date
        AND payments.captured_at < $2::date + interval '1 month'
      GROUP BY payments.id ORDER BY payments.captured_at`,
    [merchantId, firstDay],
  );
  return rows;
}
