// An object that a constructor makes unless it is given one is its own where nobody gives one.
import pg from "pg";
class Writer {
  private pool: pg.Pool;
  constructor(config: pg.PoolConfig) { this.pool = new pg.Pool(config); }
  async query(text: string) { return await this.pool.query(text); }
  async close() { await this.pool.end(); }
}
export class Dest {
  private readonly writer: Writer;
  constructor(config: pg.PoolConfig, forTesting?: Writer) { this.writer = forTesting ?? new Writer(config); }
  async check() { await this.writer.query("SELECT 1"); return 1; }
  async close() { await this.writer.close(); }
}
export class Dest2 {
  private readonly writer: Writer;
  constructor(config: pg.PoolConfig) { this.writer = new Writer(config); }
  async check() { await this.writer.query("SELECT 1"); return 1; }
  async close() { await this.writer.close(); }
}
export async function a(config) {
  const w = new Writer(config); // expect: SL101
  await w.query("x");
}
export async function b(config) {
  const d = new Dest2(config); // expect: SL101
  await d.check();
}
export async function c(config) {
  const d = new Dest(config); // expect: SL101
  await d.check();
}
export async function d(config) {
  const d = new Dest(config); // expect: SL101
  return d.check();
}
const o = {
  async e({ config }) {
    const d = new Dest({ host: config.host }); // expect: SL101
    return d.check();
  },
} satisfies Destination;
export default o;
export async function f(config, writer: Writer) {
  const d = new Dest(config, writer);
  await d.check();
}
export async function g(config) {
  const d = new Dest(config);
  try { await d.check(); } finally { await d.close(); }
}
