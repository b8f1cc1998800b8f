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
