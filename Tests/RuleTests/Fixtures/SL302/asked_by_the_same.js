// The question asks for the state, and the write finds its row as the question did.
const mysql = require('mysql2/promise');

const pool = mysql.createPool({ host: 'db' });

exports.redeem = async (code, member) => {
  const [found] = await pool.execute('SELECT * FROM passes WHERE code = ? AND redeemed = 0', [code]);
  if (!found.length) throw new Error('no such pass');
  await pool.execute('UPDATE passes SET redeemed = 1, member_id = ? WHERE code = ?', [member, code]); // expect: SL302 "`redeemed`"
};

exports.redeemOnce = async (code, member) => {
  const [found] = await pool.execute('SELECT * FROM passes WHERE code = ? AND redeemed = 0', [code]);
  if (!found.length) throw new Error('no such pass');
  const [done] = await pool.execute('UPDATE passes SET redeemed = 1, member_id = ? WHERE code = ? AND redeemed = 0', [member, code]);
  if (done.affectedRows === 0) throw new Error('gone');
};

// Another pass than the one that was asked for.
exports.replace = async (code, fresh) => {
  const [found] = await pool.execute('SELECT * FROM passes WHERE code = ? AND redeemed = 0', [code]);
  if (!found.length) throw new Error('no such pass');
  await pool.execute('UPDATE passes SET redeemed = 1 WHERE code = ?', [fresh]);
};
