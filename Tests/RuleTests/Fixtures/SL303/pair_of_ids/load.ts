import { createFeed, feedById } from './model';

export async function load(club: string, names: Record<string, string>) {
  for (const key of Object.keys(names)) {
    const known = await feedById(club, key);
    if (!known) await createFeed(club, names[key], key); // expect: SL303
  }
}
