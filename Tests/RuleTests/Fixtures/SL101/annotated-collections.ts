// What an annotation says is in an object, in a collection, or given by a call.
import { Pool, PoolClient } from "pg";
interface Ctx { pool: Pool; name: string }
type Ctx2 = { pool: Pool };
export async function one(c: Ctx) {
  const client = await c.pool.connect(); // expect: SL103
  await client.query("x");
  client.release();
}
export async function two(c: Ctx2) {
  const client = await c.pool.connect(); // expect: SL103
  await client.query("x");
  client.release();
}
export async function three(c: { pool: Pool }) {
  const client = await c.pool.connect(); // expect: SL103
  await client.query("x");
  client.release();
}
export async function four({ pool: p }: { pool: Pool }) {
  const client = await p.connect(); // expect: SL101
  await client.query("x");
}
let five: Promise<Ctx> | undefined;
export async function fiver() {
  const { pool: p } = await five;
  const client = await p.connect(); // expect: SL101
  await client.query("x");
}
let six: Promise<{ pool: Pool }>;
export async function sixer() {
  const { pool: p } = await six;
  const client = await p.connect(); // expect: SL101
  await client.query("x");
}
let seven: Readonly<{ pool: Pool }>;
export async function sevener() {
  const p = seven.pool;
  const client = await p.connect(); // expect: SL101
  await client.query("x");
}
let eight: Map<string, Pool>;
export async function eighter(k: string) {
  const p = eight.get(k);
  const client = await p.connect(); // expect: SL101
  await client.query("x");
}
let nine: Record<string, Pool>;
export async function niner(k: string) {
  const client = await nine[k].connect(); // expect: SL101
  await client.query("x");
}
let ten: Pool[];
export async function tenner(k: string) {
  const client = await ten[0].connect(); // expect: SL101
  await client.query("x");
}
interface Deps { db: { pool: Pool }; get(): Pool; make: () => Promise<PoolClient> }
export async function twelve(d: Deps) {
  const client = await d.db.pool.connect(); // expect: SL101
  await client.query("x");
}
export async function thirteen(d: Deps) {
  const client = await d.get().connect(); // expect: SL101
  await client.query("x");
}
type Made = ReturnType<typeof makePool>;
function makePool() { return new Pool(); }
export async function fifteen(d: Made) {
  const client = await d.connect(); // expect: SL101
  await client.query("x");
}
export async function sixteen(d: Pick<Ctx, "pool">) {
  const client = await d.pool.connect(); // expect: SL101
  await client.query("x");
}
const frozen = Object.freeze({ pool: new Pool() });
export async function seventeen() {
  const client = await frozen.pool.connect(); // expect: SL101
  await client.query("x");
}
const assigned = Object.assign({}, { pool: new Pool() });
export async function eighteen() {
  const client = await assigned.pool.connect(); // expect: SL101
  await client.query("x");
}
export async function nineteen(pools: Pool[]) {
  for (const p of pools) {
    const client = await p.connect(); // expect: SL101
    await client.query("x");
  }
}
export async function twenty(pools: Map<string, Pool>) {
  for (const p of pools.values()) {
    const client = await p.connect(); // expect: SL101
    await client.query("x");
  }
}
export async function twentyone(pools: Pool[]) {
  await Promise.all(pools.map(async (p) => {
    const client = await p.connect(); // expect: SL101
    await client.query("x");
  }));
}
