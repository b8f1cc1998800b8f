// A conditional update lets one of two requests pass, here or in who calls.
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function run(jobId: string) {
  const job = await prisma.job
    .update({ where: { id: jobId, state: 'waiting' }, data: { state: 'running' } })
    .catch(() => null);
  if (!job) return;
  await report(jobId);
}

async function report(jobId: string) {
  const row = await prisma.report.findFirst({ where: { jobId } });
  if (!row) await prisma.report.create({ data: { jobId } });
}

export async function start(taskId: string) {
  await prisma.task.update({ where: { id: taskId, state: 'new' }, data: { state: 'begun' } });
  const log = await prisma.taskLog.findFirst({ where: { taskId } });
  if (!log) await prisma.taskLog.create({ data: { taskId } });
}

// Whoever comes second writes the same once more, and goes on.
export async function touch(boxId: string) {
  await prisma.box.update({ where: { id: boxId }, data: { state: 'seen' } });
  const label = await prisma.label.findFirst({ where: { boxId } });
  if (!label) await prisma.label.create({ data: { boxId } }); // expect: SL301
}

export async function resume(caseId: string) {
  await prisma.case
    .update({ where: { id: caseId, state: 'idle' }, data: { state: 'open' } })
    .catch(() => null);
  await note(caseId);
}

async function note(caseId: string) {
  const row = await prisma.caseNote.findFirst({ where: { caseId } });
  if (!row) await prisma.caseNote.create({ data: { caseId } }); // expect: SL301
}
