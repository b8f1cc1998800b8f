// What a function gives its caller's callback at last, the caller answers for.
const mysql = require('mysql');

const pool = mysql.createPool({});

function begin(done) {
  pool.getConnection((error, connection) => {
    if (error) return done(error);
    connection.beginTransaction((failure) => {
      if (failure) {
        connection.release();
        return done(failure);
      }
      done(null, connection);
    });
  });
}

function move(amount, done) {
  begin((error, connection) => { // expect: SL102
    if (error) return done(error);
    connection.query('UPDATE accounts SET sum = sum - ?', [amount], (failure) => {
      if (failure) return done(failure);
      connection.commit((last) => {
        connection.release();
        done(last);
      });
    });
  });
}

function moveSafely(amount, done) {
  begin((error, connection) => {
    if (error) return done(error);
    connection.query('UPDATE accounts SET sum = sum - ?', [amount], (failure) => {
      if (failure) {
        return connection.rollback(() => {
          connection.release();
          done(failure);
        });
      }
      connection.commit((last) => {
        connection.release();
        done(last);
      });
    });
  });
}

module.exports = { begin, move, moveSafely };
