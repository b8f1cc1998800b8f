import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, serial } from 'drizzle-orm/pg-core';

const wallets = pgTable('wallets', { id: serial('id').primaryKey(), balance: integer('balance') });
const db = drizzle(process.env.DATABASE_URL!);

// What reads is not seen, but it is called after what it reads.
export class Purse {
  constructor(private parts: { walletDao: any; clock: any }) {}

  async topUp(user: string, amount: number) {
    const wallet = await this.parts.walletDao.findOrMake(user);
    const balance = wallet.balance + amount;
    await db.transaction(async (tx) => {
      await tx.update(wallets).set({ balance }).where(eq(wallets.id, wallet.id)); // expect: SL302 "`balance`"
    });
  }

  // A clock gives no wallet.
  async reset(user: string) {
    const now = await this.parts.clock.getNow();
    await db.update(wallets).set({ balance: now.balance + 1 }).where(eq(wallets.id, 1));
  }
}
