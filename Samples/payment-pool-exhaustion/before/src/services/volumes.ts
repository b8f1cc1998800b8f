import { pool } from '../db.js';

interface VolumeRow {
  currency: string;
  day: Date;
  amount: string;
}

export interface Volume {
  currency: string;
  total: number;
  busiestDay: Date;
}

export async function volumeByCurrency(merchantId: string): Promise<Volume[]> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<VolumeRow>(
      `SELECT currency, date_trunc('day', captured_at) AS day, sum(amount) AS amount
         FROM payments
        WHERE merchant_id = $1 AND captured_at > now() - interval '90 days'
        GROUP BY currency, day ORDER BY amount DESC`,
      [merchantId],
    );
    const volumes = new Map<string, Volume>();
    for (const row of rows) {
      const volume = volumes.get(row.currency);
      if (volume) {
        volume.total += Number(row.amount);
      } else {
        volumes.set(row.currency, {
          currency: row.currency,
          total: Number(row.amount),
          busiestDay: row.day,
        });
      }
    }
    return [...volumes.values()];
  } finally {
    client.release();
  }
}
