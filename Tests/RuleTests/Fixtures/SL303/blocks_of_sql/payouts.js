const { Pool } = require('pg');

const pool = new Pool();

async function payout(id, amount) {
  const { rows } = await pool.query('select * from payouts where id = $1', [id]);
  if (rows.length) return;
  await pool.query('insert into payouts (id, amount) values ($1, $2)', [id, amount]); // expect: SL303
}

async function seat(hall, nr) {
  const { rows } = await pool.query('select id from seats where hall = $1 and nr = $2', [hall, nr]);
  if (rows.length) return rows[0].id;
  await pool.query('insert into seats (hall, nr) values ($1, $2)', [hall, nr]); // expect: SL303
}

async function setting(value) {
  const { rows } = await pool.query('select value from settings where key = 0');
  if (rows.length) return rows[0].value;
  await pool.query('insert into settings (key, value) values (0, $1)', [value]); // expect: SL303
}

async function hall(name) {
  const { rows } = await pool.query('select id from halls where name = $1', [name]);
  if (rows.length) return rows[0].id;
  await pool.query('insert into halls (name) values ($1)', [name]); // expect: SL301
}

module.exports = { payout, seat, setting, hall };
