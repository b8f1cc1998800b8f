import { pool } from "./db.ts";
import { Conflict } from "./errors.ts";

export interface Slot {
  roomId: string;
  startsAt: string;
  endsAt: string;
}

export async function reserveSlot(slot: Slot, customerId: string): Promise<string> {
  const taken = await pool.query(
    `select 1 from bookings
      where room_id = $1 and status <> 'cancelled'
        and starts_at < $3 and ends_at > $2`,
    [slot.roomId, slot.startsAt, slot.endsAt],
  );
  if (taken.rows.length > 0) {
    throw new Conflict("the room is taken at that time");
  }
  const { rows } = await pool.query<{ id: string }>(
    `insert into bookings (room_id, customer_id, starts_at, ends_at)
     values ($1, $2, $3, $4) returning id`,
    [slot.roomId, customerId, slot.startsAt, slot.endsAt],
  );
  return rows[0].id;
}
