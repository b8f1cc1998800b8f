import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

// Who finds the row gets it: so should the loser.
export async function memberFor(club, email) {
  const known = await pool.query('SELECT id FROM members WHERE club_id = $1 AND email = $2', [club, email]); // step: probed
  if (known.rows.length > 0) return known.rows[0].id;
  const made = await pool.query( // expect: SL303 "unique by club_id, email"
    'INSERT INTO members (club_id, email) VALUES ($1, $2) RETURNING id',
    [club, email],
  );
  return made.rows[0].id;
}

// Refused either way, but not with the same words: a note.
export async function nameCourt(id, nickname) {
  const taken = await pool.query('SELECT 1 FROM courts WHERE lower(nickname) = lower($1)', [nickname]);
  if (taken.rowCount > 0) throw new Error('taken');
  await pool.query('INSERT INTO courts (id, nickname) VALUES ($1, $2)', [id, nickname]); // expect: SL303 "instead of the refusal"
}

// Spans that may not overlap.
export async function rent(court, from, to) {
  const other = await pool.query(
    'SELECT 1 FROM "Rentals" WHERE court_id = $1 AND starts_at < $3 AND ends_at > $2',
    [court, from, to],
  );
  if (other.rows.length) throw new Error('taken');
  await pool.query('INSERT INTO "Rentals" (court_id, starts_at, ends_at) VALUES ($1, $2, $3)', [court, from, to]); // expect: SL303
}

// An index that is not unique keeps nobody out, nor does a key with a column that is made up; one
// that two equal requests fill in alike does.
export async function guestFor(email) {
  const known = await pool.query('SELECT id FROM guests WHERE email = $1', [email]);
  if (known.rows.length > 0) return known.rows[0];
  const made = await pool.query('INSERT INTO guests (email) VALUES ($1) RETURNING id', [email]); // expect: SL301
  return made.rows[0];
}

export async function anyMembership(email) {
  const known = await pool.query('SELECT id FROM members WHERE email = $1', [email]);
  if (known.rows.length > 0) return known.rows[0];
  const made = await pool.query('INSERT INTO members (club_id, email) VALUES (1, $1) RETURNING id', [email]); // expect: SL303
  return made.rows[0];
}

export async function clubOf(email) {
  const known = await pool.query('SELECT id FROM members WHERE email = $1', [email]);
  if (known.rows.length > 0) return known.rows[0];
  const made = await pool.query("INSERT INTO members (club_id, email) VALUES (nextval('clubs'), $1) RETURNING id", [email]); // expect: SL301
  return made.rows[0];
}

// The violation is expected.
export async function safeMemberFor(club, email) {
  const known = await pool.query('SELECT id FROM members WHERE club_id = $1 AND email = $2', [club, email]);
  if (known.rows.length > 0) return known.rows[0].id;
  try {
    const made = await pool.query('INSERT INTO members (club_id, email) VALUES ($1, $2) RETURNING id', [club, email]);
    return made.rows[0].id;
  } catch (error) {
    if (error.code !== '23505') throw error;
    const other = await pool.query('SELECT id FROM members WHERE club_id = $1 AND email = $2', [club, email]);
    return other.rows[0].id;
  }
}
