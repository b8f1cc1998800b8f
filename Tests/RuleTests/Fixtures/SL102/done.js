const { Pool } = require('pg');

const pool = new Pool();

function lost(customer, callback) {
  pool.connect((error, client, done) => { // expect: SL102
    if (error) return callback(error);
    client.query('SELECT sum(amount) FROM bills WHERE c = $1', [customer], (failure, result) => {
      if (failure) return callback(failure);
      done();
      callback(null, result.rows[0].sum);
    });
  });
}

function right(customer, callback) {
  pool.connect((error, client, done) => {
    if (error) return callback(error);
    client.query('SELECT sum(amount) FROM bills WHERE c = $1', [customer], (failure, result) => {
      done();
      if (failure) return callback(failure);
      callback(null, result.rows[0].sum);
    });
  });
}

function inSteps(customer, callback) {
  pool.connect((error, client, done) => {
    if (error) return callback(error);
    const finish = (failure, total) => {
      done(failure);
      callback(failure, total);
    };
    client.query('SELECT sum(amount) FROM bills WHERE c = $1', [customer], (failure, result) => {
      if (failure) return finish(failure);
      finish(null, result.rows[0].sum);
    });
  });
}

module.exports = { lost, right, inSteps };
