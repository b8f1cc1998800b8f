import { pool } from '../db.js';
import { NotFound } from '../errors.js';

export async function placeHold(
  paymentId: string,
  reason: string,
  actor: string,
): Promise<void> {
  await pool.query(
    `INSERT INTO audit_log (actor, action, subject) VALUES ($1, 'hold requested', $2)`,
    [actor, paymentId],
  );
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('BEGIN');
    const { rowCount } = await client.query(
      `UPDATE payments SET status = 'held' WHERE id = $1 AND status = 'captured'`,
      [paymentId],
    );
    if (rowCount !== 1) {
      throw new NotFound(`captured payment ${paymentId}`);
    }
    await client.query(
      'INSERT INTO holds (payment_id, reason, placed_by) VALUES ($1, $2, $3)',
      [paymentId, reason, actor],
    );
    await client.query(
      `INSERT INTO audit_log (actor, action, subject) VALUES ($1, 'hold', $2)`,
      [actor, paymentId],
    );
    await client.query('COMMIT');
  } catch (error) {
    try {
      await client.query('ROLLBACK');
    } catch (rollbackError) {
      console.error('rollback failed, the connection is dropped', rollbackError);
      broken = true;
    }
    throw error;
  } finally {
    client.release(broken);
  }
}
