// A pool lives as long as the process, unless it is made for one call: then each call leaves one.
const knex = require('knex');
const { Pool } = require('pg');
const { Kafka } = require('kafkajs');

function clientFor(account) {
  return knex({ client: 'pg', connection: { host: account.host } });
}

// The client comes of a helper.
const insertRow = {
  async run(step) {
    const client = clientFor(step.account); // expect: SL101 warning
    const rows = await client(step.table).insert(step.values).returning('*');
    return rows[0];
  },
};

async function countOrders(url) {
  const pool = new Pool({ connectionString: url }); // expect: SL101
  const found = await pool.query('SELECT count(*) FROM orders');
  return found.rows[0].count;
}

async function countOrdersWell(url) {
  const pool = new Pool({ connectionString: url });
  try {
    const found = await pool.query('SELECT count(*) FROM orders');
    return found.rows[0].count;
  } finally {
    await pool.end();
  }
}

// One for the process.
const shared = new Pool();
async function countShared() {
  const found = await shared.query('SELECT count(*) FROM orders');
  return found.rows[0].count;
}

// Made once, where the application starts.
async function setupDatabase(app) {
  const pool = new Pool();
  await pool.query('SELECT 1');
  app.get('/orders', async (request, response) => {
    response.json((await pool.query('SELECT * FROM orders')).rows);
  });
}

// Kept for later calls.
const pools = new Map();
async function query(tenant, text) {
  let pool = pools.get(tenant);
  if (!pool) {
    pool = new Pool({ database: tenant });
    pools.set(tenant, pool);
  }
  return pool.query(text);
}

// It works on when the function is left.
async function followOrders(handle) {
  const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'orders' });
  await consumer.connect();
  await consumer.subscribe({ topic: 'orders' });
  await consumer.run({ eachMessage: handle });
}

module.exports = { insertRow, countOrders, countOrdersWell, countShared, setupDatabase, query, followOrders };
