const { Store, ask } = require('./promises');

const store = new Store('members.db');

async function join(email) {
  const row = await store.get('SELECT id FROM members WHERE email = ?', [email]);
  if (row) throw new Error('is a member');
  return store.run('INSERT INTO members (email) VALUES (?)', [email]); // expect: SL301
}

async function joinOnce(email) {
  const row = await store.get('SELECT id FROM members WHERE email = ?', [email]);
  if (row) throw new Error('is a member');
  return store.run('INSERT OR IGNORE INTO members (email) VALUES (?)', [email]);
}

async function follow(email) {
  const rows = await ask('SELECT id FROM followers WHERE email = $1', [email]);
  if (rows.length > 0) return rows[0];
  return ask('INSERT INTO followers (email) VALUES ($1)', [email]); // expect: SL301
}

module.exports = { follow, join, joinOnce };
