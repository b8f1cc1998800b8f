import type { connect, Database } from './database';
import { votes } from './database';
import { same } from './conditions';

export class Votes {
  constructor(private readonly database: Database) {}

  async vote(poll: number, voter: string) {
    const [known] = await this.database.select().from(votes).where(same(votes.poll, poll));
    if (known) throw new Error('voted already');
    await this.database.insert(votes).values({ poll, voter }); // expect: SL301
  }
}

export async function vote(database: ReturnType<typeof connect>, poll: number, voter: string) {
  const known = await database.select().from(votes).where(same(votes.poll, poll));
  if (known.length > 0) throw new Error('voted already');
  await database.insert(votes).values({ poll, voter }); // expect: SL301
}

export async function voteOnce(database: Database, poll: number, voter: string) {
  const known = await database.select().from(votes).where(same(votes.poll, poll));
  if (known.length > 0) throw new Error('voted already');
  await database.insert(votes).values({ poll, voter }).onConflictDoNothing();
}
