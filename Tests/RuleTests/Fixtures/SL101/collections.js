// A pool that is in a collection is one wherever it is taken out.
const { Pool } = require("pg");
const pools = new Map();
function add(k) { pools.set(k, new Pool()); }
async function one(k) {
  const client = await pools.get(k).connect(); // expect: SL101
  await client.query("x");
}
const byName = {};
function add2(k) { byName[k] = new Pool(); }
async function two(k) {
  const client = await byName[k].connect(); // expect: SL101
  await client.query("x");
}
const list = [];
list.push(new Pool());
async function three(k) {
  const client = await list[0].connect(); // expect: SL101
  await client.query("x");
}
class Manager {
  constructor() { this.pools = {}; }
  pool(k) {
    if (!this.pools[k]) this.pools[k] = new Pool();
    return this.pools[k];
  }
  async four(k) {
    const client = await this.pool(k).connect(); // expect: SL101
    await client.query("x");
  }
}
async function five() {
  for (const p of list) {
    const client = await p.connect(); // expect: SL101
    await client.query("x");
  }
}
const cache = new Map();
function poolOf(k) {
  let p = cache.get(k);
  if (!p) { p = new Pool(); cache.set(k, p); }
  return p;
}
async function six(k) {
  const client = await poolOf(k).connect(); // expect: SL101
  await client.query("x");
}
const three3 = ["a", "b"].map((u) => new Pool(u));
async function seven() {
  const client = await three3[0].connect(); // expect: SL101
  await client.query("x");
}
async function eight() {
  const client = await Object.values(byName)[0].connect(); // expect: SL101
  await client.query("x");
}
async function nine() {
  for (const [k, p] of pools) {
    const client = await p.connect(); // expect: SL101
    await client.query("x");
  }
}
async function ten() {
  for (const [k, p] of Object.entries(byName)) {
    const client = await p.connect(); // expect: SL101
    await client.query("x");
  }
}
const records = new Map();
function remember(k) { records.set(k, { pool: new Pool(), used: Date.now() }); }
async function eleven(k) {
  const client = await records.get(k).pool.connect(); // expect: SL101
  await client.query("x");
}
class Registry { constructor() { this.all = []; } add() { this.all.push(new Pool()); return this; }
  async twelve() { const client = await this.all.find((p) => p.ok).connect(); // expect: SL101
    await client.query("x"); } 
  async thirteen() { return Promise.all(this.all.map(async (p) => { const client = await p.connect(); // expect: SL101
    await client.query("x"); })); } }
async function released(k) {
  const client = await pools.get(k).connect();
  try {
    return await client.query("x");
  } finally {
    client.release();
  }
}
const rooms = new Map();
rooms.set("lobby", new Set());
async function enter(k) {
  const seat = await rooms.get(k).connect();
  return seat.number;
}
