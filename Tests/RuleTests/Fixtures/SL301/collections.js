// What stands among the collections is one, whatever it is called.
export async function note(context, order) {
  const { collections: { Redemptions } } = context;
  const redemption = await Redemptions.findOne({ coupon: order.coupon, account: order.account });
  if (!redemption) {
    await Redemptions.insertOne({ coupon: order.coupon, account: order.account, count: 1 }); // expect: SL301
  }
}

export async function noteAtOnce(context, order) {
  const { collections: { Redemptions } } = context;
  await Redemptions.updateOne(
    { coupon: order.coupon, account: order.account },
    { $setOnInsert: { count: 1 } },
    { upsert: true },
  );
}

export async function register(accountsCollection, email) {
  const account = await accountsCollection.findOne({ email });
  if (account) return account;
  return accountsCollection.insertOne({ email }); // expect: SL301
}

// What is in a collection of stamps is no collection of a database.
export function keep(album, stamp) {
  const known = album.find(stamp.number);
  if (!known) album.insert(stamp);
}
