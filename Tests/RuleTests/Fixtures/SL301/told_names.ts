import { eq } from 'drizzle-orm';
import { openStore } from './elsewhere';
import { seats } from './tables';
import { Guest } from './models';

// Nobody knows what these are; what is asked of them says it.
export async function invite(ctx: { store: any }, email: string) {
  const known = await ctx.store.invitation.findUnique({ where: { email } });
  if (known) return known;
  return ctx.store.invitation.create({ data: { email } }); // expect: SL301 "email"
}

export async function reserve(seat: string) {
  const store = await openStore();
  const taken = await store.select().from(seats).where(eq(seats.name, seat)).limit(1);
  if (taken.length > 0) throw new Error('taken');
  await store.insert(seats).values({ name: seat }); // expect: SL301 "name"
}

export async function checkIn(name: string) {
  const guest = await Guest.findOne({ name });
  if (!guest) {
    await Guest.create({ name }); // expect: SL301 "name"
  }
}

export async function arrive(name: string) {
  let guest = await Guest.findOne({ name });
  if (guest) throw new Error('is here');
  guest = new Guest({ name });
  await guest.save(); // expect: SL301
}

export async function subscribe(supabase: any, email: string) {
  const { data } = await supabase.from('readers').select('id').eq('email', email).maybeSingle();
  if (data) return;
  await supabase.from('readers').insert({ email }); // expect: SL301 "email"
}

export async function order(store: { query(text: string, values: unknown[]): Promise<any> }, key: string) {
  const known = await store.query('SELECT id FROM orders WHERE key = $1', [key]);
  if (known.rows.length) return known.rows[0].id;
  await store.query('INSERT INTO orders (key) VALUES ($1)', [key]); // expect: SL301 "key"
}

// One statement, the other order of things, and what only sounds alike.
export async function inviteOnce(ctx: { store: any }, email: string) {
  const known = await ctx.store.invitation.findUnique({ where: { email } });
  if (known) return known;
  return ctx.store.invitation.upsert({ where: { email }, create: { email }, update: {} });
}

export async function seatOnce(seat: string) {
  const store = await openStore();
  const taken = await store.select().from(seats).where(eq(seats.name, seat)).limit(1);
  if (taken.length > 0) throw new Error('taken');
  await store.insert(seats).values({ name: seat }).onConflictDoNothing();
}

export async function page(ctx: { store: any }, email: string) {
  const known = await ctx.store.invitation.findUnique({ where: { email } });
  if (!known) throw new Error('nobody');
  return ctx.store.letter.create({ data: { email } });
}

export async function draw(canvas: any, name: string) {
  const shape = canvas.shapes.find(name);
  if (!shape) await canvas.shapes.create({ name });
}

export async function orderOnce(store: any, key: string) {
  await store.query('SELECT pg_advisory_xact_lock(hashtext($1))', [key]);
  const known = await store.query('SELECT id FROM orders WHERE key = $1', [key]);
  if (known.rows.length) return known.rows[0].id;
  await store.query('INSERT INTO orders (key) VALUES ($1)', [key]);
}
