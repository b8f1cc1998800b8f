const { Pool } = require('pg');

const pool = new Pool();

function lost(sql) {
  // expect: SL103
  return pool.connect().then((client) => {
    return client.query(sql).then((result) => {
      client.release();
      return result.rows;
    });
  });
}

function rightBothArms(sql) {
  return pool.connect().then((client) =>
    client.query(sql).then(
      (result) => {
        client.release();
        return result.rows;
      },
      (error) => {
        client.release();
        throw error;
      },
    ),
  );
}

function rightFinally(sql) {
  return pool.connect().then((client) => client.query(sql).finally(() => client.release()));
}

module.exports = { lost, rightBothArms, rightFinally };
