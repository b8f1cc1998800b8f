import { pool } from "./db.ts";
import { Conflict } from "./errors.ts";

export async function lendEquipment(equipmentId: string, customerId: string): Promise<string> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [equipmentId]);
    const lent = await client.query(
      "select 1 from equipment_loans where equipment_id = $1 and returned_at is null",
      [equipmentId],
    );
    if (lent.rows.length > 0) {
      throw new Conflict("somebody else has it");
    }
    const { rows } = await client.query<{ id: string }>(
      `insert into equipment_loans (equipment_id, customer_id) values ($1, $2)
       returning id`,
      [equipmentId, customerId],
    );
    await client.query("commit");
    return rows[0].id;
  } catch (error) {
    try {
      await client.query("rollback");
    } catch (rollbackError) {
      console.error("rollback failed, the connection is dropped", rollbackError);
      broken = true;
    }
    throw error;
  } finally {
    client.release(broken);
  }
}
