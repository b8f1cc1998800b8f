const fs = require('fs');
const { promisify } = require('util');
const pgp = require('pg-promise')();
const { Pool } = require('pg');
const debug = require('debug')('shop');

const pool = new Pool();

// The variable is emptied on the good way, before the cleanup that asks for it.
async function emptied(path, text) {
  let fd;
  try {
    fd = await promisify(fs.open)(path, 'w'); // expect: SL108
    await promisify(fs.write)(fd, text);
    fd = null;
    await promisify(fs.rename)(path, `${path}.done`);
  } finally {
    if (fd) await promisify(fs.close)(fd);
  }
}

async function closedThenEmptied(path, text) {
  let fd;
  try {
    fd = await promisify(fs.open)(path, 'w');
    await promisify(fs.write)(fd, text);
    await promisify(fs.close)(fd);
    fd = null;
    await promisify(fs.rename)(path, `${path}.done`);
  } finally {
    if (fd) await promisify(fs.close)(fd);
  }
}

// Writing a line for the developer does not fail.
async function logged(query) {
  const client = await pool.connect();
  debug('taken %s', query);
  try {
    return await client.query(query);
  } finally {
    debug('given back');
    client.release();
  }
}

// `done` is how this library gives a connection back.
class Listener {
  constructor(url) {
    this.db = pgp(url);
  }

  async listen() {
    this.stream = await this.db.connect({ direct: true });
    await this.stream.none('LISTEN changes');
  }

  stop() {
    if (this.stream) this.stream.done();
  }
}

module.exports = { emptied, closedThenEmptied, logged, Listener };
