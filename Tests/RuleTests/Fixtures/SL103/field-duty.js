const { Pool } = require('pg');

const pool = new Pool();

// Each way to end the work can fail before the client is given back.
class Work {
  async begin() {
    this.client = await pool.connect(); // expect: SL103
    await this.client.query('BEGIN');
  }

  async commit() {
    await this.client.query('COMMIT');
    this.client.release();
  }

  async rollback() {
    await this.client.query('ROLLBACK');
    this.client.release();
  }
}

// One that gives it back whatever happens is enough.
class SafeWork {
  async begin() {
    this.client = await pool.connect();
    await this.client.query('BEGIN');
  }

  async commit() {
    await this.client.query('COMMIT');
    this.client.release();
  }

  async rollback() {
    try {
      await this.client.query('ROLLBACK');
    } finally {
      this.client.release();
    }
  }
}

class PlainWork {
  async open() {
    this.client = await pool.connect();
  }

  close() {
    if (this.client) this.client.release();
  }
}

module.exports = { Work, SafeWork, PlainWork };
