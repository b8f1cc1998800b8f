import { PrismaClient } from '@prisma/client';
import { randomUUID } from 'node:crypto';

const prisma = new PrismaClient();

// The second share is refused, and the transaction takes its signer back.
export async function share(formId: number, email: string) {
  const known = await prisma.signer.findFirst({ where: { formId, email } });
  if (known) throw new Error('there is a signer');
  return prisma.$transaction(async (tx) => {
    await tx.signer.create({ data: { formId, email } });
    return tx.share.create({ data: { formId, token: randomUUID() } });
  });
}

// Nothing refuses a second visit.
export async function visit(formId: number, email: string) {
  const known = await prisma.signer.findFirst({ where: { formId, email } });
  if (known) throw new Error('there is a signer');
  return prisma.$transaction(async (tx) => {
    await tx.signer.create({ data: { formId, email } }); // expect: SL301
    return tx.visit.create({ data: { formId } });
  });
}

// What a plan leaves is a limit, whichever way it is compared.
export async function addSigners(formId: number, emails: string[], plan: { signers: number }) {
  const signers = await prisma.signer.findMany({ where: { formId } });
  const left = plan.signers - signers.length - emails.length;
  if (left < 0) throw new Error('too many signers');
  for (const email of emails) {
    await prisma.signer.create({ data: { formId, email } }); // expect: SL301 note limit can be exceeded
  }
}

// What a callback is given is nothing that the function around it is given.
function storeAll(forms: { id: number; each(run: (position: number, row: object) => unknown): unknown }) {
  return forms.each((position, row) => prisma.visit.create({ data: { ...row } }));
}

export async function importOnce(forms: any) {
  const known = await prisma.visit.findFirst({ where: { formId: forms.id } });
  if (known) return;
  await storeAll(forms); // expect: SL301
}
