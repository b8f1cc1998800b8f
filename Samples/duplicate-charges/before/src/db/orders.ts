import { pool, type Queryable } from './pool';

export interface NewOrder {
  cartId: string;
  customerId: string;
  total: number;
  currency: string;
  chargeId: string;
}

export interface Order extends NewOrder {
  id: string;
}

const COLUMNS = `id, cart_id AS "cartId", customer_id AS "customerId",
                 total, currency, charge_id AS "chargeId"`;

export const orders = {
  async insert(order: NewOrder, on: Queryable = pool): Promise<Order> {
    const { rows } = await on.query<Order>(
      `INSERT INTO orders (cart_id, customer_id, total, currency, charge_id)
       VALUES ($1, $2, $3, $4, $5) RETURNING ${COLUMNS}`,
      [order.cartId, order.customerId, order.total, order.currency, order.chargeId],
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
};
