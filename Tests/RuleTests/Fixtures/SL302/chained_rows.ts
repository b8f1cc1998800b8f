import { createClient } from '@supabase/supabase-js';

const supabase = createClient(process.env.URL!, process.env.KEY!);

// The row is told after the new value, and is the one that was read by another column.
export async function buy(owner: string, price: number) {
  const { data: purse } = await supabase.from('purses').select('id, points').eq('owner', owner).single();
  if (!purse || purse.points < price) throw new Error('too dear');
  await supabase.from('purses').update({ points: purse.points - price }).eq('id', purse.id); // expect: SL302 "`points`"
}

export async function buyOnce(owner: string, price: number) {
  const { data: purse } = await supabase.from('purses').select('id, points').eq('owner', owner).single();
  if (!purse || purse.points < price) throw new Error('too dear');
  await supabase.from('purses').update({ points: purse.points - price }).eq('id', purse.id).eq('points', purse.points);
}
