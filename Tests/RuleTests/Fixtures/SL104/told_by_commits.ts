// Who waits for the commit of a transaction knows that its rollback is a promise, too.
interface Unit {
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

export async function within(client: any, work: (unit: Unit) => Promise<number>) {
  const transaction = await client.transaction();
  try {
    const result = await work(transaction);
    await transaction.commit();
    return result;
  } catch (error) {
    transaction.rollback(); // expect: SL104
    throw error;
  }
}

export async function withinWell(client: any, work: (unit: Unit) => Promise<number>) {
  const transaction = await client.transaction();
  try {
    const result = await work(transaction);
    await transaction.commit();
    return result;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

// A synchronous driver waits for neither.
export function withinAtOnce(store: any, work: (unit: any) => number) {
  const transaction = store.beginTransaction();
  try {
    const result = work(transaction);
    transaction.commit();
    return result;
  } catch (error) {
    transaction.rollback();
    throw error;
  }
}

export class Migrator {
  constructor(private clients: any) {}

  private async commit(client: any) {
    if (client.inTransaction) await client.commit();
  }

  private async rollback(client: any) {
    if (client.inTransaction) await client.rollback();
  }

  async upgrade() {
    const client = await this.clients.get();
    try {
      await client.run('ALTER TABLE orders ADD COLUMN note text');
      await this.commit(client);
    } catch (error) {
      this.rollback(client); // expect: SL104
      throw error;
    }
  }

  async upgradeWell() {
    const client = await this.clients.get();
    try {
      await client.run('ALTER TABLE orders ADD COLUMN note text');
      await this.commit(client);
    } catch (error) {
      await this.rollback(client);
      throw error;
    }
  }
}

// Whoever calls back when it is done gives no promise.
export async function withCallback(connection: any, done: (error?: unknown) => void) {
  try {
    await connection.commit();
    done();
  } catch (error) {
    connection.rollback(() => done(error));
  }
}
