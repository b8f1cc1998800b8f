// A pool of the program's own is told by what its methods do, whatever they are called.

class Pool {
  constructor() { this.idle = []; }
  async obtain() {
    const one = this.idle.pop();
    if (one) return one;
    return await this.open();
  }
  async open() { return await dial(this.url); }
  putBack(one) { this.idle.push(one); }
}
const pool = new Pool();
async function ask(sql) {
  const one = await pool.obtain(); // expect: SL103
  const rows = await one.ask(sql);
  pool.putBack(one);
  return rows;
}
async function well(sql) {
  const one = await pool.obtain();
  try { return await one.ask(sql); } finally { pool.putBack(one); }
}
