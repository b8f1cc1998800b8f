import { pool } from "./db.ts";

export async function customerIdFor(email: string, name: string): Promise<string> {
  const known = await pool.query<{ id: string }>(
    "select id from customers where email = $1",
    [email],
  );
  if (known.rows.length > 0) {
    return known.rows[0].id;
  }
  const created = await pool.query<{ id: string }>(
    "insert into customers (email, name) values ($1, $2) returning id",
    [email, name],
  );
  return created.rows[0].id;
}
