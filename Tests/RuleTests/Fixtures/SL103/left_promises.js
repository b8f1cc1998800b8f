const Redis = require('ioredis');
const { Client } = require('pg');
const { MongoClient } = require('mongodb');
const { Pool } = require('pg');

const pool = new Pool();

// A promise that nobody waits for here throws nothing here.
function events(req, res) {
  const sub = new Redis();
  sub.subscribe('orders');
  sub.on('message', (channel, text) => res.write(text));
  req.on('close', () => sub.disconnect());
}

async function warm() {
  const client = new Client();
  await client.connect();
  const first = client.query('SELECT 1');
  try {
    return (await first).rows;
  } finally {
    await client.end();
  }
}

async function parsed(text) {
  const client = new Client(); // expect: SL103
  await client.connect();
  const job = JSON.parse(text);
  try {
    return await client.query(job.sql);
  } finally {
    await client.end();
  }
}

class Notifier {
  constructor() {
    this.subscriber = new Redis();
    this.subscriber.on('message', () => {});
    this.subscriber.subscribe('orders');
  }

  close() {
    this.subscriber.quit();
  }
}

// The form of older drivers: the client comes by the callback, and ends in one further in.
function list(done) {
  MongoClient.connect('mongodb://db', (error, client) => {
    if (error) return done(error);
    client.db().collection('orders').find().toArray((failure, rows) => {
      client.close();
      done(failure, rows);
    });
  });
}

// A function of the callback's own gives the client back.
function change(done) {
  pool.connect((error, client, release) => {
    const fail = (problem) => {
      release(problem);
      done(problem);
    };
    if (error) return fail(error);
    client.query('BEGIN', (problem) => {
      if (problem) return fail(problem);
      client.query('COMMIT', (failure) => {
        if (failure) return fail(failure);
        release();
        done();
      });
    });
  });
}

module.exports = { Notifier, events, warm, parsed, list, change };
