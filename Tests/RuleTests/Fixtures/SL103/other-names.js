// A method under another name takes what it takes: bound, promisified, with all of its object.
const bluebird = require('bluebird');
const fs = require('fs');
const mysql = require('mysql');
const { promisify } = require('util');

const pool = mysql.createPool({});
const files = bluebird.promisifyAll(fs);
const take = promisify(pool.getConnection).bind(pool);

async function names(text) {
  const connection = await take(); // expect: SL103
  const ask = promisify(connection.query).bind(connection);
  const rows = await ask(text);
  connection.release();
  return rows;
}

async function namesSafely(text) {
  const connection = await take();
  const ask = connection.query.bind(connection);
  try {
    return await promisify(ask)(text);
  } finally {
    connection.release();
  }
}

function size(path) {
  return files.openAsync(path, 'r').then((file) => { // expect: SL103
    return files.fstatAsync(file).then((found) => {
      return files.closeAsync(file).then(() => found.size);
    });
  });
}

function sizeSafely(path) {
  return files.openAsync(path, 'r').then((file) => {
    return files
      .fstatAsync(file)
      .then((found) => found.size)
      .finally(() => files.closeAsync(file));
  });
}

module.exports = { names, namesSafely, size, sizeSafely };
