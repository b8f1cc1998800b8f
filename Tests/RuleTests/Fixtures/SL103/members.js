const { Pool } = require('pg');

const pool = new Pool();

async function forTenant(id) {
  const client = await pool.connect(); // expect: SL103
  await client.query('SELECT set_tenant($1)', [id]);
  return { client, done: () => client.release() };
}

async function leave(id) {
  const { client, done } = await forTenant(id); // expect: SL103
  await client.query('SELECT 1');
  done();
}

async function leaveSafely(id) {
  const { client, done } = await forTenant(id);
  try {
    await client.query('SELECT 1');
  } finally {
    done();
  }
}

async function leaveByMember(id) {
  const tenant = await forTenant(id);
  try {
    await tenant.client.query('SELECT 1');
  } finally {
    tenant.done();
  }
}

module.exports = { leave, leaveSafely, leaveByMember };
