// The connection waits for the card validator.
import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function held(card: Card) {
  const client = await pool.connect();
  try {
    const answer = await fetch('https://cards.example/validate', { method: 'POST' }); // expect: SL401 "`fetch`"
    await client.query('INSERT INTO cards (ok) VALUES ($1)', [answer.ok]);
  } finally {
    client.release();
  }
}

export async function givenBackBefore(card: Card) {
  const client = await pool.connect();
  let known;
  try {
    known = await client.query('SELECT 1 FROM cards WHERE id = $1', [card.id]);
  } finally {
    client.release();
  }
  return fetch('https://cards.example/validate', { method: 'POST', body: known.rows[0].token });
}

export async function earlyReturn(card: Card) {
  const client = await pool.connect();
  try {
    await client.query('UPDATE cards SET seen = true WHERE id = $1', [card.id]);
  } finally {
    client.release();
  }
  await notify(card);
}

async function notify(card: Card) {
  await fetch(`https://cards.example/${card.id}`, { method: 'POST' });
}

interface Card { id: string }
