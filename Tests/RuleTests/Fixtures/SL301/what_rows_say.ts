import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const include = { signers: true };

// Who finds a row is turned away by what the row says.
export async function subscribe(userId: string) {
  const known = await prisma.membership.findFirst({ where: { userId } });
  if (known && known.status === 'active') throw new Error('a member already');
  return prisma.membership.create({ data: { userId, status: 'active' } }); // expect: SL301
}

export async function subscribeAgain(userId: string) {
  const known = await prisma.membership.findFirst({ where: { userId } });
  if (known) {
    if (!known.endedAt) return known;
    await prisma.membership.update({ where: { id: known.id }, data: { status: 'old' } });
  }
  return prisma.membership.create({ data: { userId, status: 'active' } }); // expect: SL301
}

// Who comes too soon comes again.
export async function code(userId: string, since: Date) {
  const last = await prisma.code.findFirst({ where: { userId } });
  if (last && last.createdAt > since) throw new Error('too soon');
  return prisma.code.create({ data: { userId, text: crypto.randomUUID() } });
}

// The row must be there; what it says besides is of it.
export async function copy(id: string) {
  const own = await prisma.form.findFirst({ where: { id }, include });
  const shared = await prisma.form.findFirst({ where: { id, kind: 'shared' }, include });
  const form = own ?? shared;
  if (!form) throw new Error('no form');
  if (form.signers.length < 1) throw new Error('no signers');
  return prisma.form.create({ data: { id: crypto.randomUUID(), kind: 'document' } });
}

export async function copyUnchecked(id: string) {
  const form = await prisma.form.findFirst({ where: { id }, include });
  if (form!.signers.length < 1) throw new Error('no signers');
  return prisma.form.create({ data: { id: crypto.randomUUID(), kind: 'document' } });
}

export async function first(id: string) {
  const own = await prisma.form.findFirst({ where: { id } });
  const shared = await prisma.form.findFirst({ where: { id, kind: 'shared' } });
  const form = own ?? shared;
  if (!form) return prisma.form.create({ data: { id, kind: 'document' } }); // expect: SL301
  return form;
}

// The signer is one of the copy, which nobody else knows yet.
export async function copyWithSigner(id: string, email: string) {
  const form = await prisma.form.findFirstOrThrow({ where: { id }, include });
  if (form.signers.length >= 20) throw new Error('too many');
  const made = await prisma.form.create({ data: { kind: 'document' } });
  await prisma.signer.create({ data: { formId: made.id, email } });
}
