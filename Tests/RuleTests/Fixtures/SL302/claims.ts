// A row that shall be whose request comes first.
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function claim(id: string, worker: string, phase: string) {
  return prisma.$transaction(async (tx) => {
    const task = await tx.task.findUnique({ where: { id } });
    if (!task) throw new Error('no such task');
    if (task.claimedBy !== null && task.phase === phase) throw new Error('taken');
    return tx.task.update({ where: { id: task.id }, data: { claimedBy: worker, phase } }); // expect: SL302 "takes the row from the first"
  });
}

export async function claimInOneStep(id: string, worker: string) {
  const task = await prisma.task.findUnique({ where: { id } });
  if (task?.claimedBy) throw new Error('taken');
  const { count } = await prisma.task.updateMany({
    where: { id, claimedBy: null },
    data: { claimedBy: worker },
  });
  if (count === 0) throw new Error('taken');
}

export async function hand(id: string, worker: string) {
  const task = await prisma.task.findUnique({ where: { id } });
  if (task?.claimedBy) console.log('handed on', task.claimedBy);
  await prisma.task.update({ where: { id }, data: { claimedBy: worker } });
}

export async function rename(id: string, phone: string) {
  const task = await prisma.task.findUnique({ where: { id } });
  if (task?.phone) throw new Error('there is one');
  await prisma.task.update({ where: { id }, data: { phone } });
}
