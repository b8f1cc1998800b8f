import { pool } from './pool';

export interface Cart {
  id: string;
  customerId: string;
  total: number;
  currency: string;
}

export const carts = {
  async find(id: string): Promise<Cart | undefined> {
    const { rows } = await pool.query<Cart>(
      'SELECT id, customer_id AS "customerId", total, currency FROM carts WHERE id = $1',
      [id],
    );
    return rows[0];
  },
};
