const { Pool } = require('pg');
const createDebug = require('debug');

const pool = new Pool();
const debugRows = createDebug('rows');

// A closure that gives back when all goes well answers for what it raises.
async function open() {
  const client = await pool.connect(); // expect: SL103
  return {
    run: (sql) => client.query(sql),
    release: async () => {
      await client.query('RESET ALL');
      client.release();
    },
  };
}

async function rightOpen() {
  const client = await pool.connect();
  return {
    run: (sql) => client.query(sql),
    release: async () => {
      try {
        await client.query('RESET ALL');
      } finally {
        client.release();
      }
    },
  };
}

async function rows(sql) {
  const client = await pool.connect(); // expect: SL103
  return async function* () {
    const answer = await client.query(sql);
    yield* answer.rows;
    client.release();
  };
}

function thrown(callback) {
  // expect: SL103
  pool.connect((error, client, done) => {
    if (error) return callback(error);
    client.query('SELECT 1', (failure, answer) => {
      if (failure) throw failure;
      done();
      callback(null, answer.rows);
    });
  });
}

// A function that was written before the handle was taken gives it back all the same.
async function rightCleanUpFirst(sql) {
  let client;
  function cleanUp() {
    if (client) client.release();
  }
  client = await pool.connect();
  try {
    return await client.query(sql);
  } finally {
    cleanUp();
  }
}

async function rightCleanUpOnClose(request, sql) {
  let client;
  const cleanUp = () => client.release();
  client = await pool.connect();
  request.on('close', cleanUp);
  return client.query(sql);
}

// A variable around the function that the function itself gives back is like a local one.
function cancelable(sql) {
  let client;
  return {
    async run() {
      client = await pool.connect(); // expect: SL103
      const answer = await client.query(sql);
      client.release();
      return answer.rows;
    },
    cancel() {
      client?.release();
    },
  };
}

function rightCancelable(sql) {
  let client;
  return {
    async run() {
      client = await pool.connect();
      try {
        return await client.query(sql);
      } finally {
        client.release();
      }
    },
    async start() {
      client = await pool.connect();
      await client.query(sql);
    },
  };
}

// A closure that runs for several events remembers that it ran.
async function rightOnce(stream) {
  const client = await pool.connect();
  let released = false;
  const finish = async () => {
    if (released) return;
    released = true;
    client.release();
  };
  stream.once('end', () => void finish());
  stream.once('close', () => void finish());
  return stream;
}

// What only makes the text of a message does not stand between a handle and its release.
async function rightLogged(format, sql) {
  const client = await pool.connect();
  try {
    return await client.query(sql);
  } catch (error) {
    console.error(format(Date.now()), error);
    throw error;
  } finally {
    debugRows('%s: released', sql);
    client.release();
  }
}

module.exports = {
  open,
  rightOpen,
  rows,
  thrown,
  rightCleanUpFirst,
  rightCleanUpOnClose,
  cancelable,
  rightCancelable,
  rightOnce,
  rightLogged,
};
