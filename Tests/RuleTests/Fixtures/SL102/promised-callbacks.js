// A callback that settles a promise owes the connection where it rejects.
const mysql = require('mysql');
const oracledb = require('oracledb');

const pool = mysql.createPool({});

function open(info) {
  return new Promise((resolve, reject) => {
    oracledb.getConnection(info, (error, connection) => { // expect: SL102
      if (error) return reject(error);
      connection.execute('ALTER SESSION SET TIME_ZONE = \'UTC\'', (failure) => {
        if (failure) {
          reject(failure);
          return;
        }
        resolve(connection);
      });
    });
  });
}

function begin() {
  return new Promise((resolve, reject) => {
    pool.getConnection((error, connection) => { // expect: SL102
      if (error) return reject(error);
      connection.query('SET NAMES utf8mb4', (failure) => {
        if (failure) return reject(failure);
        resolve(connection);
      });
    });
  });
}

// Right: it is given back where the promise is rejected.
function beginWell() {
  return new Promise((resolve, reject) => {
    pool.getConnection((error, connection) => {
      if (error) return reject(error);
      connection.query('SET NAMES utf8mb4', (failure) => {
        if (failure) {
          connection.release();
          return reject(failure);
        }
        resolve(connection);
      });
    });
  });
}

function beginChecked() {
  return new Promise((resolve, reject) => {
    pool.getConnection((error, connection) => {
      if (error) {
        reject(error);
      } else {
        resolve(connection);
      }
    });
  });
}

module.exports = { open, begin, beginWell, beginChecked };
