import { reserveSlot } from "../_shared/bookings.ts";
import { customerIdFor } from "../_shared/customers.ts";
import { endpoint, json, readFields } from "../_shared/http.ts";

Deno.serve(endpoint(async (request) => {
  const fields = await readFields(request, ["email", "name", "roomId", "startsAt", "endsAt"]);
  const customerId = await customerIdFor(fields.email, fields.name);
  const slot = { roomId: fields.roomId, startsAt: fields.startsAt, endsAt: fields.endsAt };
  const bookingId = await reserveSlot(slot, customerId);
  return json({ bookingId }, 201);
}));
