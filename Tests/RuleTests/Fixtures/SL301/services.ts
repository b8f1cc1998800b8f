import { createClient } from '@supabase/supabase-js';
import { getFirestore } from 'firebase-admin/firestore';
import { Model } from 'objection';

const supabase = createClient(process.env.URL!, process.env.KEY!);
const firestore = getFirestore();

class Invitation extends Model {
  static tableName = 'invitations';
}

export async function bookSlot(slot: string, customer: string) {
  const { data: taken } = await supabase
    .from('bookings')
    .select('id')
    .eq('slot_id', slot)
    .maybeSingle();
  if (taken) throw new Error('the slot is taken');
  const { error } = await supabase.from('bookings').insert({ slot_id: slot, customer }); // expect: SL301 "slot_id"
  if (error) throw error;
}

export async function bookCounted(slot: string) {
  const { count } = await supabase.from('bookings').select('*', { count: 'exact' }).eq('slot_id', slot);
  if (count > 0) return { error: 'taken' };
  return supabase.from('bookings').insert({ slot_id: slot }); // expect: SL301
}

// The violation comes as a value, and is looked at.
export async function bookOrRefuse(slot: string) {
  const { data: taken } = await supabase.from('bookings').select('id').eq('slot_id', slot).maybeSingle();
  if (taken) return { error: 'taken' };
  const { error } = await supabase.from('bookings').insert({ slot_id: slot });
  if (error?.code === '23505') return { error: 'taken' };
  if (error) throw error;
  return { ok: true };
}

export async function upsertBooking(slot: string) {
  const { data: taken } = await supabase.from('bookings').select('id').eq('slot_id', slot).maybeSingle();
  if (taken) return;
  await supabase.from('bookings').upsert({ slot_id: slot });
}

export async function join(email: string) {
  const known = await firestore.collection('members').where('email', '==', email).limit(1).get();
  if (!known.empty) throw new Error('a member already');
  await firestore.collection('members').add({ email }); // expect: SL301 "email"
}

// The parent must be there: `empty` is the other way round.
export async function comment(post: string, text: string) {
  const posts = await firestore.collection('posts').where('slug', '==', post).get();
  if (posts.empty) throw new Error('no such post');
  await firestore.collection('posts').add({ text });
}

export async function invite(email: string) {
  const known = await Invitation.query().findOne({ email });
  if (known) return known;
  return Invitation.query().insertAndFetch({ email }); // expect: SL301 "email"
}

export async function inviteOnce(email: string) {
  const known = await Invitation.query().findOne({ email });
  if (known) return known;
  return Invitation.query().insert({ email }).onConflict('email').ignore();
}
