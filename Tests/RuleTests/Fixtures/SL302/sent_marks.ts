// What notes that a message was sent is looked at before, and set after: two that pass both send.
import { PrismaClient } from '@prisma/client';

import { mailer } from './mailer';

const prisma = new PrismaClient();

export async function remind(id: string) {
  const booking = await prisma.booking.findUnique({ where: { id } });
  if (!booking || booking.reminderSentAt) return;
  await mailer.sendMail({ to: booking.email, subject: 'Tomorrow' });
  await prisma.booking.update({ where: { id }, data: { reminderSentAt: new Date() } }); // expect: SL302
}

export async function remindByKey(id: string) {
  const booking = await prisma.booking.findUnique({ where: { id } });
  if (!booking || booking.reminderSentAt) return;
  await mailer.sendMail({ to: booking.email, idempotencyKey: `reminder-${id}` });
  await prisma.booking.update({ where: { id }, data: { reminderSentAt: new Date() } });
}

export async function remindOnce(id: string) {
  const { count } = await prisma.booking.updateMany({
    where: { id, reminderSentAt: null },
    data: { reminderSentAt: new Date() },
  });
  if (count === 0) return;
  const booking = await prisma.booking.findUnique({ where: { id } });
  await mailer.sendMail({ to: booking.email, subject: 'Tomorrow' });
}
