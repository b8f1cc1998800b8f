import { Pool } from "pg";

export const pool = new Pool({
  connectionString: Deno.env.get("DATABASE_URL"),
  max: 3,
  connectionTimeoutMillis: 3_000,
  idleTimeoutMillis: 10_000,
});

pool.on("error", (error: Error) => {
  console.error("idle database connection failed", error);
});
