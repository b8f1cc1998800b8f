// What a barrel hands on is the project's own where the project has it, and the library's else.
import { database, eq, invites } from './index';

export async function invite(email: string) {
  const known = await database.select().from(invites).where(eq(invites.email, email)).get();
  if (known) return known;
  return database.insert(invites).values({ email }).returning().get(); // expect: SL301 "email"
}

export async function rename(id: number, email: string) {
  const known = await database.select().from(invites).where(eq(invites.id, id)).get();
  if (known) await database.update(invites).set({ email }).where(eq(invites.id, id));
}
