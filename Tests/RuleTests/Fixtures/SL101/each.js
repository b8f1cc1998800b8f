const { Pool, Client } = require('pg');

const pool = new Pool();

async function both(work) {
  const [first, second] = [await pool.connect(), null];
  try {
    await work(first, second);
  } finally {
    for (const each of [first]) each.release();
  }
}

async function inList(work) {
  const clients = [await pool.connect()];
  try {
    await work(clients);
  } finally {
    clients.forEach((client) => client.release());
  }
}

async function inParallel(work) {
  const source = new Client();
  const target = new Client();
  try {
    await source.connect();
    await target.connect();
    await work(source, target);
  } finally {
    await Promise.all([source, target].map((client) => client.end()));
  }
}

async function inObject(work) {
  const held = { client: await pool.connect(), count: 0 };
  try {
    await work(held);
  } finally {
    held.client.release();
  }
}

async function onlyCounted(work) {
  const clients = [await pool.connect()]; // expect: SL101
  await work(clients);
  clients.forEach((client) => console.log(client.processID));
}

async function otherMember(work) {
  const held = { client: await pool.connect(), lock: work.lock }; // expect: SL101
  try {
    await work.run(held);
  } finally {
    held.lock.release();
  }
}

async function listening(report) {
  const client = await pool.connect();
  client.prependListener('error', report);
  try {
    return await client.query('SELECT 1');
  } finally {
    client.release();
  }
}

module.exports = { both, inList, inParallel, inObject, onlyCounted, otherMember, listening };
