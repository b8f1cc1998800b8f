// What a project's own `query(text, values)` changes is said where it is called.
const { Pool } = require('pg');

const pool = new Pool();
const query = (text, values) => pool.query(text, values);
const one = async (text, values) => (await pool.query(text, values)).rows[0];

exports.rent = async (id) => {
  const bike = await one('SELECT * FROM stations WHERE id = $1', [id]);
  if (!bike || bike.bikes <= 0) throw new Error('no bike left');
  await query('UPDATE stations SET bikes = bikes - 1 WHERE id = $1', [id]); // expect: SL302 "`bikes`"
};

exports.rentOnce = async (id) => {
  const bike = await one('SELECT * FROM stations WHERE id = $1', [id]);
  if (!bike || bike.bikes <= 0) throw new Error('no bike left');
  const { rowCount } = await query('UPDATE stations SET bikes = bikes - 1 WHERE id = $1 AND bikes > 0', [id]);
  if (rowCount === 0) throw new Error('no bike left');
};

exports.claim = async (id, member) => {
  const locker = await one('SELECT * FROM lockers WHERE id = $1', [id]);
  if (locker.holder_id) throw new Error('taken');
  await query('UPDATE lockers SET holder_id = $1 WHERE id = $2', [member.id, locker.id]); // expect: SL302 "`holder_id`"
};

exports.claimFree = async (id, member) => {
  const locker = await one('SELECT * FROM lockers WHERE id = $1', [id]);
  if (locker.holder_id) throw new Error('taken');
  await query('UPDATE lockers SET holder_id = $1 WHERE id = $2 AND holder_id IS NULL', [member.id, locker.id]);
};

exports.pay = async (from, amount) => {
  const account = await one('SELECT balance FROM accounts WHERE id = $1', [from]);
  await query('UPDATE accounts SET balance = $1 WHERE id = $2', [account.balance - amount, from]); // expect: SL302 "`balance`"
};

// The lock comes before the question.
exports.payLocked = async (from, amount) => {
  const account = await one('SELECT balance FROM accounts WHERE id = $1 FOR UPDATE', [from]);
  await query('UPDATE accounts SET balance = $1 WHERE id = $2', [account.balance - amount, from]);
};

// Nothing of the row decides.
exports.visit = async (id) => {
  const station = await one('SELECT * FROM stations WHERE id = $1', [id]);
  if (station.opens_at > Date.now()) throw new Error('closed');
  await query('UPDATE stations SET visits = visits + 1 WHERE id = $1', [id]);
};

exports.release = async (id, member) => {
  const locker = await one('SELECT * FROM lockers WHERE id = $1', [id]);
  if (locker.used) throw new Error('used');
  await query('UPDATE lockers SET used = true, holder_id = $1 WHERE id = $2 AND NOT used', [member.id, locker.id]);
  await query("UPDATE lockers SET used = true, holder_id = $1 WHERE id = $2 AND used <> true", [member.id, locker.id]);
};
