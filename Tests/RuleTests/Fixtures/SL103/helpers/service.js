const db = require('./db');

async function lost(id) {
  const client = await db.checkout(); // expect: SL103
  const result = await client.query('SELECT * FROM users WHERE id = $1', [id]);
  db.giveBack(client);
  return result.rows;
}

async function right(id) {
  const client = await db.checkout();
  try {
    return await client.query('SELECT * FROM users WHERE id = $1', [id]);
  } finally {
    db.giveBack(client);
  }
}

async function rightScoped(id) {
  return db.withClient((client) => client.query('SELECT * FROM users WHERE id = $1', [id]));
}

module.exports = { lost, right, rightScoped };
