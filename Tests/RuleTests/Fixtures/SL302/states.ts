// What a row says of itself is looked at, and set by whoever passed.
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function sell(id: string, buyerId: string) {
  const ticket = await prisma.ticket.findUnique({ where: { id } });
  if (ticket.status !== 'OPEN') throw new Error('gone');
  await prisma.ticket.update({ where: { id }, data: { status: 'SOLD', buyerId } }); // expect: SL302 "takes the row from the first"
}

export async function finish(id: string) {
  const job = await prisma.job.findUnique({ where: { id } });
  if (job.state === 'done') return;
  await prisma.job.update({ where: { id }, data: { state: 'done' } }); // expect: SL302 "`prisma.payout.create` happens twice"
  await prisma.payout.create({ data: { jobId: id, amount: job.price } });
}

export async function finishOnce(id: string) {
  const { count } = await prisma.job.updateMany({
    where: { id, state: { not: 'done' } },
    data: { state: 'done' },
  });
  if (count === 0) return;
  await prisma.payout.create({ data: { jobId: id, amount: 1 } });
}

// Twice published is published.
export async function publish(id: string) {
  const post = await prisma.post.findUnique({ where: { id } });
  if (post.state === 'public') throw new Error('is public');
  await prisma.post.update({ where: { id }, data: { state: 'public' } });
}

// Who approved it is only told; what another function has made public, is set back.
export async function approve(id: string, approvedBy: string) {
  const post = await prisma.post.findUnique({ where: { id } });
  if (post.state !== 'waiting') throw new Error('is decided');
  await prisma.post.update({ where: { id }, data: { state: 'approved', approvedBy } }); // expect: SL302 "`publish` can set it to `public`"
}

// One line too many in a log does no harm.
export async function close(id: string) {
  const ticket = await prisma.ticket.findUnique({ where: { id } });
  if (ticket.state === 'closed') return;
  await prisma.ticket.update({ where: { id }, data: { state: 'closed' } });
  await prisma.auditLog.create({ data: { ticketId: id, what: 'closed' } });
}

// What is missing is filled in, and both go on with it.
export async function ensureOwner(id: string, ownerId: string) {
  const folder = await prisma.folder.findUnique({ where: { id } });
  if (!folder.ownerId) await prisma.folder.update({ where: { id }, data: { ownerId } });
  return folder.name;
}

// The rows above are looked at, and another one is changed.
export async function move(id: string, parentId: string) {
  let above = parentId;
  while (above) {
    const folder = await prisma.folder.findUnique({ where: { id: above } });
    if (folder.parentId === id) throw new Error('a circle');
    above = folder.parentId;
  }
  await prisma.folder.update({ where: { id }, data: { parentId } });
}

// The row that is looked at is found by something else than the one that is changed.
export async function link(provider: string, accountId: string, oldId: string, userId: string) {
  const known = await prisma.account.findFirst({ where: { provider, accountId } });
  if (known.userId !== userId) throw new Error('somebody else has it');
  await prisma.account.update({ where: { id: oldId }, data: { userId } });
}

// What is looked at in a closure was asked for around it.
export async function takeLater(number: string, hall: string, row: string, userId: string) {
  const place = [hall, row, number].map((part) => part.trim()).join('/');
  const label = `${hall} ${row} ${number}`.toUpperCase();
  const seat = await prisma.seat.findFirst({ where: { place, label, hall, row, number } });
  return retry(async () => {
    if (seat.userId) throw new Error('taken');
    await prisma.seat.update({ where: { id: seat.id }, data: { userId } }); // expect: SL302
  });
}

// What comes behind happens whether the reader was known or not.
export async function visit(email: string) {
  const reader = await prisma.reader.findUnique({ where: { email } });
  if (!reader) return null;
  if (!reader.seen) {
    await prisma.reader.update({ where: { id: reader.id }, data: { seen: true } });
  }
  return prisma.visit.create({ data: { email } });
}

// Whoever finds another name writes the one that he was given.
export async function rename(id: string, ownerName: string) {
  const shelf = await prisma.shelf.findUnique({ where: { id } });
  if (shelf.ownerName === ownerName) throw new Error('is called so');
  await prisma.shelf.update({ where: { id }, data: { ownerName } });
}

// The state that is set refuses nobody.
export async function revive(id: string) {
  const probe = await prisma.probe.findUnique({ where: { id } });
  if (probe.state === 'OFF') throw new Error('is off');
  await prisma.probe.update({ where: { id }, data: { state: 'FINE' } });
  await prisma.payout.create({ data: { probeId: id } });
}

// Looked at is the row of one person, written is that of another.
export async function handOver(teamId: string, ownerId: string, nextId: string) {
  const membership = await prisma.membership.findFirst({ where: { teamId, userId: ownerId } });
  if (membership.role !== 'owner') throw new Error('is not the owner');
  await prisma.membership.updateMany({ where: { teamId, userId: nextId }, data: { role: 'owner', userId: nextId } });
  await prisma.payout.create({ data: { teamId } });
}
