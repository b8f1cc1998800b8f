import { customerIdFor } from "../_shared/customers.ts";
import { endpoint, json, readFields } from "../_shared/http.ts";
import { joinWaitlist } from "../_shared/waitlist.ts";

Deno.serve(endpoint(async (request) => {
  const fields = await readFields(request, ["email", "name", "roomId", "day"]);
  const customerId = await customerIdFor(fields.email, fields.name);
  const waiting = await joinWaitlist(fields.roomId, fields.day, customerId);
  return json({ waiting }, 201);
}));
