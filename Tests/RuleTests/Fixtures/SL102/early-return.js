const mysql = require('mysql2/promise');

const pool = mysql.createPool({ host: 'db' });

async function lost(id) {
  const connection = await pool.getConnection(); // expect: SL102
  const [rows] = await connection.query('SELECT * FROM users WHERE id = ?', [id]);
  if (rows.length === 0) {
    return null;
  }
  connection.release();
  return rows[0];
}

async function lostInLoop(ids) {
  for (const id of ids) {
    const connection = await pool.getConnection(); // expect: SL102
    const [rows] = await connection.query('SELECT * FROM users WHERE id = ?', [id]);
    if (rows.length === 0) continue;
    connection.release();
  }
}

async function right(id) {
  const connection = await pool.getConnection();
  try {
    const [rows] = await connection.query('SELECT * FROM users WHERE id = ?', [id]);
    if (rows.length === 0) {
      return null;
    }
    return rows[0];
  } finally {
    connection.release();
  }
}

module.exports = { lost, lostInLoop, right };
