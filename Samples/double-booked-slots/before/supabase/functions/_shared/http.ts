import { BadRequest, Conflict } from "./errors.ts";

export type Fields = Record<string, string>;

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json" },
  });
}

export async function readFields(request: Request, names: string[]): Promise<Fields> {
  const body = await request.json();
  const missing = names.filter((name) => typeof body[name] !== "string");
  if (missing.length > 0) {
    throw new BadRequest(`missing: ${missing.join(", ")}`);
  }
  return body;
}

export function endpoint(
  handle: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== "POST") {
      return json({ error: "only POST is answered here" }, 405);
    }
    try {
      return await handle(request);
    } catch (error) {
      if (error instanceof Conflict) {
        return json({ error: error.message }, 409);
      }
      if (error instanceof BadRequest || error instanceof SyntaxError) {
        return json({ error: error.message }, 400);
      }
      console.error("request failed", error);
      return json({ error: "internal" }, 500);
    }
  };
}
