import { pool } from "./db.ts";

export async function customerIdFor(email: string, name: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into customers (email, name) values ($1, $2)
     on conflict (email) do update set email = excluded.email
     returning id`,
    [email, name],
  );
  return rows[0].id;
}
