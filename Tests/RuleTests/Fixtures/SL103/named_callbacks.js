// Callbacks that are given by name: called with what was waited for, as if they stood in place.
const { Pool } = require('pg');
const fs = require('fs').promises;

const pool = new Pool();
const ignore = () => {};

async function readAndClose(handle) {
  const text = await handle.readFile({ encoding: 'utf8' }).catch(() => null);
  await handle.close();
  return text;
}

function readOnly(handle) {
  return handle.readFile({ encoding: 'utf8' });
}

function template(name) {
  return fs.open(name).then(readAndClose);
}

function templateOrNothing(name) {
  return fs.open(name).then(readAndClose).catch(() => null);
}

function templateLeftOpen(name) {
  return fs.open(name).then(readOnly); // expect: SL101
}

async function undone() {
  const client = await pool.connect();
  try {
    return await client.query('SELECT 1');
  } finally {
    await client.query('ROLLBACK').catch(ignore);
    client.release();
  }
}

async function undoneAloud() {
  const client = await pool.connect();
  try {
    return await client.query('SELECT 1');
  } finally {
    await client.query('ROLLBACK').catch(console.error);
    client.release();
  }
}

async function report(error) {
  await pool.query('INSERT INTO failures (message) VALUES ($1)', [error.message]);
}

async function undoneAndTold() {
  const client = await pool.connect(); // expect: SL103
  try {
    return await client.query('SELECT 1');
  } finally {
    await client.query('ROLLBACK').catch(report);
    client.release();
  }
}

function handler(request, response, next) {
  pool
    .connect()
    .then((client) => client.query('SELECT 1').finally(() => client.release()))
    .then(response.json)
    .catch(next);
}

module.exports = { template, templateOrNothing, templateLeftOpen, undone, undoneAloud, undoneAndTold, handler };
