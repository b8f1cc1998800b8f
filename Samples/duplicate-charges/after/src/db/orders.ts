import type { Cart } from './carts';
import { pool } from './pool';

export interface Order {
  id: string;
  cartId: string;
  customerId: string;
  total: number;
  currency: string;
  status: 'pending' | 'paid';
  attempt: number;
  chargeId: string | null;
}

const COLUMNS = `id, cart_id AS "cartId", customer_id AS "customerId", total, currency,
                 status, attempt, charge_id AS "chargeId"`;

export const orders = {
  async open(cart: Cart): Promise<Order> {
    const { rows } = await pool.query<Order>(
      `INSERT INTO orders (cart_id, customer_id, total, currency) VALUES ($1, $2, $3, $4)
       ON CONFLICT (cart_id) DO UPDATE SET cart_id = excluded.cart_id
       RETURNING ${COLUMNS}`,
      [cart.id, cart.customerId, cart.total, cart.currency],
    );
    return rows[0];
  },

  async find(id: string): Promise<Order | undefined> {
    const { rows } = await pool.query<Order>(
      `SELECT ${COLUMNS} FROM orders WHERE id = $1`,
      [id],
    );
    return rows[0];
  },

  async markPaid(id: string, chargeId: string): Promise<void> {
    await pool.query(
      `UPDATE orders SET status = 'paid', charge_id = $2 WHERE id = $1 AND status = 'pending'`,
      [id, chargeId],
    );
  },

  async closeAttempt(id: string, attempt: number): Promise<void> {
    await pool.query(
      `UPDATE orders SET attempt = attempt + 1
        WHERE id = $1 AND attempt = $2 AND status = 'pending'`,
      [id, attempt],
    );
  },
};
