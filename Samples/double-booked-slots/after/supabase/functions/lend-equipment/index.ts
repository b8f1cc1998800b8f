import { customerIdFor } from "../_shared/customers.ts";
import { lendEquipment } from "../_shared/equipment.ts";
import { endpoint, json, readFields } from "../_shared/http.ts";

Deno.serve(endpoint(async (request) => {
  const fields = await readFields(request, ["email", "name", "equipmentId"]);
  const customerId = await customerIdFor(fields.email, fields.name);
  const loanId = await lendEquipment(fields.equipmentId, customerId);
  return json({ loanId }, 201);
}));
