// An own client of a provider, in the file that is called like it.
type Money = { amount: bigint; currency: string };
type Client = {
  refunds: { refundPayment(input: { paymentId: string; amountMoney: Money; idempotencyKey: string }): Promise<unknown> };
};

export async function refundWhole(open: () => Promise<Client>, paymentId: string, amountMoney: Money) {
  const client = await open();
  await client.refunds.refundPayment({ paymentId, amountMoney, idempotencyKey: crypto.randomUUID() }); // expect: SL202
}

export async function refundOnce(open: () => Promise<Client>, paymentId: string, amountMoney: Money) {
  const client = await open();
  await client.refunds.refundPayment({ paymentId, amountMoney, idempotencyKey: `refund-${paymentId}` });
}
