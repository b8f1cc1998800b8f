// One callback goes on in the next: each answers for the way on which it does not.
const mysql = require('mysql');

const pool = mysql.createPool({});

function order(item, done) {
  pool.getConnection((error, connection) => { // expect: SL102
    if (error) { done(error); return; }
    connection.beginTransaction((failure) => {
      if (failure) { connection.release(); done(failure); return; }
      connection.query('INSERT INTO orders SET ?', item, (problem, result) => {
        if (problem) { connection.rollback(() => done(problem)); return; }
        connection.commit((refusal) => {
          if (refusal) {
            connection.rollback(() => { connection.release(); done(refusal); });
            return;
          }
          connection.release();
          done(null, result);
        });
      });
    });
  });
}

function rightOrder(item, done) {
  pool.getConnection((error, connection) => {
    if (error) { done(error); return; }
    const fail = (problem) => {
      connection.rollback(() => { connection.release(); done(problem); });
    };
    connection.beginTransaction((failure) => {
      if (failure) { connection.release(); done(failure); return; }
      connection.query('INSERT INTO orders SET ?', item, (problem, result) => {
        if (problem) { fail(problem); return; }
        connection.commit((refusal) => {
          if (refusal) { fail(refusal); return; }
          connection.release();
          done(null, result);
        });
      });
    });
  });
}

function each(items, done) {
  pool.getConnection((error, connection) => {
    if (error) { done(error); return; }
    const next = (index) => {
      if (index < items.length) {
        connection.query('INSERT INTO orders SET ?', items[index], () => next(index + 1));
        return;
      }
      connection.query('SELECT 1', () => { connection.release(); done(null); });
    };
    next(0);
  });
}

function eachAlone(items, done) {
  pool.getConnection((error, connection) => {
    if (error) { done(error); return; }
    const step = (index) => {
      if (index === items.length) { connection.release(); done(null); return; }
      connection.query('INSERT INTO orders SET ?', items[index], function (problem) {
        step(index + 1);
      });
    };
    step(0);
  });
}

function eachOrNone(items, done) {
  pool.getConnection((error, connection) => { // expect: SL102
    if (error) { done(error); return; }
    const turn = (index) => {
      if (index === items.length) { connection.release(); done(null); return; }
      connection.query('INSERT INTO orders SET ?', items[index], (problem) => {
        if (problem) { done(problem); return; }
        turn(index + 1);
      });
    };
    turn(0);
  });
}

module.exports = { order, rightOrder, each, eachAlone, eachOrNone };
