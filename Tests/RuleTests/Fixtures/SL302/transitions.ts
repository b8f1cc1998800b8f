// Two ways on from a state, of which each looks at it first: the later one wins.
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function ship(id: string) {
  const parcel = await prisma.parcel.findUnique({ where: { id } });
  if (!parcel) throw new Error('no such parcel');
  if (parcel.phase !== 'PACKED') throw new Error('not packed');
  await prisma.parcel.update({ where: { id }, data: { phase: 'SHIPPED' } }); // expect: SL302 "recall"
}

export async function recall(id: string) {
  const parcel = await prisma.parcel.findUnique({ where: { id } });
  if (!parcel) throw new Error('no such parcel');
  if (parcel.phase === 'SHIPPED' || parcel.phase === 'RECALLED') throw new Error('too late');
  await prisma.parcel.update({ where: { id }, data: { phase: 'RECALLED' } }); // expect: SL302 "ship"
}

// The change stands on one arm, and the rest is for all.
export async function scan(id: string, code: string) {
  const parcel = await prisma.parcel.findUnique({ where: { id } });
  if (!parcel) throw new Error('no such parcel');
  await prisma.$transaction(async (tx) => {
    if (parcel.phase === 'NEW') {
      await tx.parcel.update({ where: { id }, data: { phase: 'PACKED' } }); // expect: SL302
    }
    await tx.parcelScan.create({ data: { parcelId: id, code } });
  });
}

// The statement asks for the state itself.
export async function recallInOneStep(id: string) {
  const parcel = await prisma.parcel.findUnique({ where: { id } });
  if (!parcel || parcel.phase === 'SHIPPED') throw new Error('too late');
  const { count } = await prisma.parcel.updateMany({
    where: { id, phase: { notIn: ['SHIPPED'] } },
    data: { phase: 'RECALLED' },
  });
  if (count !== 1) throw new Error('too late');
}

// A version tells that the row is as it was.
export async function recallByVersion(id: string) {
  const parcel = await prisma.parcel.findUnique({ where: { id } });
  if (!parcel || parcel.phase === 'SHIPPED') throw new Error('too late');
  const { count } = await prisma.parcel.updateMany({
    where: { id, revision: parcel.revision },
    data: { phase: 'RECALLED', revision: parcel.revision + 1 },
  });
  if (count !== 1) throw new Error('too late');
}

// Any state may be set, by hand.
export async function edit(id: string, body: { phase: string }) {
  const parcel = await prisma.parcel.findUnique({ where: { id } });
  if (!parcel || parcel.phase === body.phase) return parcel;
  return prisma.parcel.update({ where: { id }, data: { phase: body.phase } });
}

// Nobody else ever changes it.
export async function publish(id: string) {
  const page = await prisma.page.findUnique({ where: { id } });
  if (!page || page.phase === 'PUBLIC') return page;
  return prisma.page.update({ where: { id }, data: { phase: 'PUBLIC' } });
}
