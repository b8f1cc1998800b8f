// A stream ends or fails, and both arms must give back what it runs on.
const mysql = require('mysql');
const { Pool } = require('pg');

const pool = new Pool();
const pages = mysql.createPool({});

async function copy(text, out) {
  const client = await pool.connect(); // expect: SL103
  const rows = client.query(text);
  return new Promise((resolve, reject) => {
    rows.on('error', reject);
    rows.on('end', () => {
      client.release();
      resolve();
    });
    rows.pipe(out);
  });
}

function each(text, see, callback) {
  pages.getConnection((error, connection) => { // expect: SL103
    if (error) return callback(error);
    const rows = connection.query(text);
    rows.on('error', (failure) => callback(failure));
    rows.on('result', see);
    rows.on('end', () => {
      connection.release();
      callback(null);
    });
  });
}

function eachByDone(text, see, callback) {
  pool.connect((error, client, done) => { // expect: SL103
    if (error) return callback(error);
    const rows = client.query(text);
    rows.on('row', see);
    rows.on('error', (failure) => callback(failure));
    rows.on('end', () => {
      done();
      callback(null);
    });
  });
}

function eachSafely(text, see, callback) {
  pages.getConnection((error, connection) => {
    if (error) return callback(error);
    const rows = connection.query(text);
    rows.on('error', (failure) => {
      connection.release();
      callback(failure);
    });
    rows.on('result', see);
    rows.on('end', () => {
      connection.release();
      callback(null);
    });
  });
}

async function copySafely(text, out) {
  const client = await pool.connect();
  const rows = client.query(text);
  return new Promise((resolve, reject) => {
    const finish = (failure) => {
      client.release(failure);
      if (failure) reject(failure);
      else resolve();
    };
    rows.on('error', finish);
    rows.on('end', () => finish());
    rows.pipe(out);
  });
}

// However a stream ends, it is closed in the end.
async function copyWhenClosed(text, out) {
  const client = await pool.connect();
  const rows = client.query(text);
  rows.on('close', () => client.release());
  return new Promise((resolve, reject) => {
    rows.on('error', reject);
    rows.on('end', resolve);
    rows.pipe(out);
  });
}

module.exports = { copy, each, eachByDone, eachSafely, copySafely, copyWhenClosed };
