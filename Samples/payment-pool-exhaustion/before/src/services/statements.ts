import { pool } from '../db.js';

interface PaymentRow {
  id: string;
  amount: number;
  currency: string;
  captured_at: Date;
}

interface FeeRow {
  kind: string;
  amount: number;
}

export interface StatementLine extends PaymentRow {
  fees: FeeRow[];
  net: number;
}

export async function monthlyStatement(
  merchantId: string,
  firstDay: string,
): Promise<StatementLine[]> {
  const client = await pool.connect();
  try {
    const { rows: payments } = await client.query<PaymentRow>(
      `SELECT id, amount, currency, captured_at FROM payments
        WHERE merchant_id = $1
          AND captured_at >= $2::date AND captured_at < $2::date + interval '1 month'
        ORDER BY captured_at`,
      [merchantId, firstDay],
    );
    const lines: StatementLine[] = [];
    for (const payment of payments) {
      const { rows: fees } = await client.query<FeeRow>(
        'SELECT kind, amount FROM payment_fees WHERE payment_id = $1',
        [payment.id],
      );
      const charged = fees.reduce((sum, fee) => sum + fee.amount, 0);
      lines.push({ ...payment, fees, net: payment.amount - charged });
    }
    return lines;
  } finally {
    client.release();
  }
}
