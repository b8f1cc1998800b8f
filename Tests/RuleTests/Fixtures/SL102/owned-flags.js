// A client, and beside it whether it is the caller's to release.
const { Pool } = require('pg');

const pool = new Pool({ connectionTimeoutMillis: 5000 });

async function clientFor(context) {
  if (context.client) return { client: context.client, isOwn: false };
  return { client: await pool.connect(), isOwn: true };
}

async function clientAndMore(context) {
  if (context.client) return [context.client, true];
  return [await pool.connect(), false];
}

async function save(context, row) {
  const { client, isOwn } = await clientFor(context);
  try {
    await client.query('insert into rows (text) values ($1)', [row]);
  } finally {
    if (isOwn) client.release();
  }
}

async function saveMore(context, row) {
  const [client, isShared] = await clientAndMore(context);
  try {
    await client.query('insert into rows (text) values ($1)', [row]);
  } finally {
    if (!isShared) client.release();
  }
}

async function saveWrong(context, row) {
  const [client, isShared] = await clientAndMore(context); // expect: SL101
  try {
    await client.query('insert into rows (text) values ($1)', [row]);
  } finally {
    if (isShared) client.release();
  }
}

module.exports = { save, saveMore, saveWrong };
