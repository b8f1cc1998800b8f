// A promise that is made in place and waited for throws where its executor rejects it.
const { spawn } = require('child_process');
const net = require('net');
const { Pool } = require('pg');
const WebSocket = require('ws');

const pool = new Pool();

async function totals(text) {
  const client = await pool.connect(); // expect: SL103
  const rows = await new Promise((resolve, reject) => {
    client.query(text, (failure, result) => (failure ? reject(failure) : resolve(result.rows)));
  });
  client.release();
  return rows;
}

async function totalsByVariable(text, ask) {
  const client = await pool.connect(); // expect: SL103
  const asked = new Promise((resolve, reject) => {
    ask(text, (failure, rows) => {
      if (failure) reject(failure);
      else resolve(rows);
    });
  });
  const rows = await asked;
  client.release();
  return rows;
}

async function totalsByHelper(text) {
  const client = await pool.connect(); // expect: SL103
  const ask = (question) =>
    new Promise((resolve, reject) => {
      client.query(question, (failure, result) => (failure ? reject(failure) : resolve(result)));
    });
  const rows = await ask(text);
  client.release();
  return rows;
}

async function totalsSafely(text) {
  const client = await pool.connect();
  try {
    return await new Promise((resolve, reject) => {
      client.query(text, (failure, result) => (failure ? reject(failure) : resolve(result.rows)));
    });
  } finally {
    client.release();
  }
}

// Nothing rejects these.
async function waited(client) {
  const own = client ?? (await pool.connect());
  await new Promise((go) => setTimeout(go, 50));
  await new Promise((go) => process.once('resumed', go));
  own.release();
}

// What only the handle's own failure rejects leaves no handle.
async function greeting(port) {
  const socket = net.connect(port);
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  socket.end();
}

async function greetingByName(port) {
  const socket = net.connect(port);
  await new Promise((resolve, reject) => {
    const fail = (failure) => reject(failure);
    socket.once('error', fail);
    socket.once('connect', () => {
      socket.off('error', fail);
      resolve();
    });
  });
  socket.end();
}

async function greetingByMember(url) {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(url));
    socket.onclose = reject;
  });
  socket.close();
}

async function exitCode(command) {
  const child = spawn(command);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (found, signal) => (signal ? reject(new Error(signal)) : resolve(found)));
  });
  child.kill();
  return code;
}

module.exports = {
  totals,
  totalsByVariable,
  totalsByHelper,
  totalsSafely,
  waited,
  greeting,
  greetingByName,
  greetingByMember,
  exitCode,
};
