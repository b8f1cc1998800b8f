const { createPool } = require('mysql');
const { failed, find } = require('./helpers');

const pool = createPool({ host: 'db' });

// A helper that is nested further out gives the connection back when its work is done.
function add(req, res) {
  pool.getConnection((err, connection) => {
    if (err) return failed(res, err);

    connection.query('INSERT INTO clients SET ?', [req.body], (err, result) => {
      if (err) {
        connection.release();
        return failed(res, err);
      }

      connection.query('INSERT INTO log SET ?', [result.insertId], (err) => {
        if (err) {
          connection.release();
          return failed(res, err);
        }
        answer();
      });

      function answer() {
        find(result.insertId, (err, client) => {
          connection.release();
          res.send({ client });
        });
      }
    });
  });
}

function addAndForget(req, res) {
  pool.getConnection((err, connection) => { // expect: SL102
    if (err) return failed(res, err);

    connection.query('INSERT INTO clients SET ?', [req.body], (err, result) => {
      if (err) {
        connection.release();
        return failed(res, err);
      }
      answer();

      function answer() {
        res.send({ id: result.insertId });
      }
    });
  });
}

// What a plain callback throws ends the process.
function check(req, res, validate) {
  pool.getConnection((err, connection) => {
    if (err) return failed(res, err);
    const problems = validate(req.body);
    connection.release();
    res.send({ problems });
  });
}

module.exports = { add, addAndForget, check };
