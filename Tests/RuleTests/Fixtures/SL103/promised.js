const mysql = require('mysql');

const pool = mysql.createPool({ host: 'localhost' });

// The promise that the executor settles holds the connection: its waiters answer for it.
function take() {
  return new Promise((resolve, reject) => {
    pool.getConnection((error, connection) => {
      if (error) return reject(error);
      resolve(connection);
    });
  });
}

function takeShortly() {
  return new Promise((resolve, reject) =>
    pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection))));
}

async function list() {
  const connection = await take(); // expect: SL103
  const rows = await ask(connection);
  connection.release();
  return rows;
}

async function listShortly() {
  const connection = await takeShortly(); // expect: SL103
  const rows = await ask(connection);
  connection.release();
  return rows;
}

async function listSafely() {
  const connection = await take();
  try {
    return await ask(connection);
  } finally {
    connection.release();
  }
}

function ask(connection) {
  return new Promise((resolve, reject) =>
    connection.query('SELECT 1', (error, rows) => (error ? reject(error) : resolve(rows))));
}

// A callback that is given the connection has it.
function lend(callback) {
  pool.getConnection((error, connection) => {
    if (error) return callback(error);
    callback(null, connection);
  });
}

function listByCallback(done) {
  lend((error, connection) => { // expect: SL102
    if (error) return done(error);
    connection.query('SELECT 1', (failure, rows) => {
      if (failure) return done(failure);
      connection.release();
      done(null, rows);
    });
  });
}

function listByCallbackSafely(done) {
  lend((error, connection) => {
    if (error) return done(error);
    connection.query('SELECT 1', (failure, rows) => {
      connection.release();
      done(failure, rows);
    });
  });
}

module.exports = { list, listShortly, listSafely, listByCallback, listByCallbackSafely };
