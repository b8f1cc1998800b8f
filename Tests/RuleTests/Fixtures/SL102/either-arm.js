// A callback that gives back in one of its two arms leaves the handle in the other one.
const { Pool } = require('pg');

const pool = new Pool();

async function count(text) {
  const client = await pool.connect(); // expect: SL102
  return new Promise((resolve, reject) => {
    client.query(text, (failure, result) => {
      if (failure) {
        reject(failure);
      } else {
        client.release();
        resolve(result.rowCount);
      }
    });
  });
}

async function countTheOtherWay(text) {
  const client = await pool.connect(); // expect: SL102
  return new Promise((resolve, reject) => {
    client.query(text, (failure, result) => {
      if (!failure) {
        client.release();
        resolve(result.rowCount);
      } else {
        reject(failure);
      }
    });
  });
}

async function countInBoth(text) {
  const client = await pool.connect();
  return new Promise((resolve, reject) => {
    client.query(text, (failure, result) => {
      if (failure) {
        client.release(failure);
        reject(failure);
      } else {
        client.release();
        resolve(result.rowCount);
      }
    });
  });
}

// Whose the client is says an argument.
async function countWith(text, keeps) {
  const client = await pool.connect();
  const finish = (failure) => {
    if (!keeps) client.release(failure);
  };
  client.query(text, (failure) => finish(failure));
}

module.exports = { count, countTheOtherWay, countInBoth, countWith };
