import { pool } from './db.js';

export async function findByEmail(email) {
  const result = await pool.query('SELECT * FROM users WHERE email = $1', [email]); // step: related
  return result.rows[0];
}

export async function insertUser(email) {
  const result = await pool.query('INSERT INTO users (email) VALUES ($1) RETURNING *', [email]); // step: related
  return result.rows[0];
}

export async function getUser(id) {
  const { rows } = await pool.query('SELECT * FROM users WHERE id = $1', [id]);
  if (rows.length === 0) throw new Error('no such user');
  return rows[0];
}

export async function isSlotFree(slot) {
  const { rowCount } = await pool.query('SELECT 1 FROM bookings WHERE slot = $1', [slot]);
  return rowCount === 0;
}

export async function ensureFree(slot) {
  const { rows } = await pool.query('SELECT 1 FROM bookings WHERE slot = $1', [slot]);
  if (rows.length > 0) {
    throw new Error('taken');
  }
}

export async function saveBooking(slot) {
  await pool.query('INSERT INTO bookings (slot) VALUES ($1)', [slot]);
}
