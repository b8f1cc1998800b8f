import { pool } from "./db.ts";

export async function joinWaitlist(
  roomId: string,
  day: string,
  customerId: string,
): Promise<number> {
  await pool.query(
    `insert into waitlist (room_id, day, customer_id) values ($1, $2, $3)
     on conflict do nothing`,
    [roomId, day, customerId],
  );
  const { rows } = await pool.query<{ waiting: number }>(
    "select count(*)::int as waiting from waitlist where room_id = $1 and day = $2",
    [roomId, day],
  );
  return rows[0].waiting;
}
