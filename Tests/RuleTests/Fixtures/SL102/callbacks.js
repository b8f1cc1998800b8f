const mysql = require('mysql');

const pool = mysql.createPool({ host: 'db' });

function lost(id, callback) {
  // expect: SL102
  pool.getConnection((error, connection) => {
    if (error) return callback(error);
    connection.query('SELECT * FROM users WHERE id = ?', [id], (failed, rows) => {
      if (failed) return callback(failed);
      connection.release();
      callback(null, rows);
    });
  });
}

function right(id, callback) {
  pool.getConnection((error, connection) => {
    if (error) return callback(error);
    connection.query('SELECT * FROM users WHERE id = ?', [id], (failed, rows) => {
      connection.release();
      if (failed) return callback(failed);
      callback(null, rows);
    });
  });
}

module.exports = { lost, right };
