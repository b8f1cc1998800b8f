// Two methods that fill one field: it matters whether one object has both of them called.
const { Pool } = require('pg');

class Session {
  constructor(pool) {
    this.pool = pool;
  }

  async begin() {
    this.client = await this.pool.connect();
    await this.client.query('BEGIN');
  }

  async batch(text) {
    this.client = await this.pool.connect();
    return this.client.query(text);
  }

  release() {
    this.client.release();
    this.client = null;
  }
}

class Steps {
  constructor(pool) {
    this.pool = pool;
  }

  async begin() {
    this.client = await this.pool.connect();
    await this.client.query('BEGIN');
  }

  async batch(text) {
    this.client = await this.pool.connect(); // expect: SL108
    return this.client.query(text);
  }

  release() {
    this.client.release();
    this.client = null;
  }
}

const pool = new Pool();

class Bulk {
  constructor() {
    this.session = new Session(pool);
  }

  async execute(text) {
    try {
      return await this.session.batch(text);
    } finally {
      this.session.release();
    }
  }
}

class Single {
  constructor() {
    this.session = new Session(pool);
  }

  async execute(text) {
    await this.session.begin();
    try {
      return await this.session.client.query(text);
    } finally {
      this.session.release();
    }
  }
}

async function inSteps(text) {
  const steps = new Steps(pool);
  await steps.begin();
  try {
    return await steps.batch(text);
  } finally {
    steps.release();
  }
}

module.exports = { Bulk, Single, inSteps };
