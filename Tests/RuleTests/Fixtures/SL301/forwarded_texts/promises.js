// Callbacks that are made promises: the text goes through the function around them.
const sqlite3 = require('sqlite3');

class Store {
  constructor(path) {
    this.handle = new sqlite3.Database(path);
  }

  run(sql, values = []) {
    return new Promise((resolve, reject) => {
      this.handle.run(sql, values, function (error) {
        if (error) reject(error);
        else resolve({ id: this.lastID });
      });
    });
  }

  get(sql, values = []) {
    return new Promise((resolve, reject) => {
      this.handle.get(sql, values, (error, row) => (error ? reject(error) : resolve(row)));
    });
  }
}

const ask = (text, values) =>
  new Promise((resolve, reject) => {
    shared.query(text, values, (error, found) => {
      if (error) reject(error);
      else resolve(found.rows);
    });
  });

module.exports = { Store, ask };
