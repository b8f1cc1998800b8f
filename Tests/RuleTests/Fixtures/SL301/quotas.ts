import { PrismaClient } from '@prisma/client';

import { config } from './config';

const prisma = new PrismaClient();
const MAX_TOKENS = 20;

// One token too many hurts nobody.
export async function tokenFor(ownerId: string) {
  const count = await prisma.token.count({ where: { ownerId } });
  if (count >= MAX_TOKENS) throw new Error('too many');
  return prisma.token.create({ data: { ownerId } }); // expect: SL301 note "the limit can be exceeded"
}

export async function applicationFor(ownerId: string) {
  const count = await prisma.application.count({ where: { ownerId } });
  if (count >= config.limits.applications) throw new Error('too many');
  return prisma.application.create({ data: { ownerId } }); // expect: SL301 note
}

// A room has no more seats than it has, and no unique key can say so.
export async function seatIn(roomId: string, guestId: string) {
  const room = await prisma.room.findUniqueOrThrow({ where: { id: roomId } });
  const taken = await prisma.seat.count({ where: { roomId } });
  if (taken >= room.capacity) throw new Error('full');
  return prisma.seat.create({ data: { roomId, guestId } }); // expect: SL301 error "the limit can be exceeded"
}

export async function secondOpinion(caseId: string) {
  const count = await prisma.opinion.count({ where: { caseId } });
  if (count > 0) throw new Error('there is one');
  return prisma.opinion.create({ data: { caseId } }); // expect: SL301 error
}

// The settings of the organisation say how many, or the words for who gets no more.
export async function draftOf(organisation: { settings: { maxDrafts: number } }, ownerId: string) {
  const maxDrafts = organisation.settings?.maxDrafts || 5;
  const drafts = await prisma.draft.count({ where: { ownerId } });
  if (drafts >= maxDrafts) throw new Error('too many');
  return prisma.draft.create({ data: { ownerId } }); // expect: SL301 note
}

export async function hookOf(ownerId: string) {
  const hooks = await prisma.hook.count({ where: { ownerId } });
  if (hooks > 0) throw new Error('Your plan has a limit of one hook');
  return prisma.hook.create({ data: { ownerId } }); // expect: SL301 note
}

async function hasAllProbes(ownerId: string) {
  return (await prisma.probe.count({ where: { ownerId } })) >= MAX_TOKENS;
}

export async function probeOf(ownerId: string) {
  if (await hasAllProbes(ownerId)) throw new Error('no more');
  return prisma.probe.create({ data: { ownerId } }); // expect: SL301 note
}

// What was sold says how many, in whatever words.
export async function activationOf(licenseId: string) {
  const license = await prisma.license.findUniqueOrThrow({ where: { id: licenseId } });
  const used = await prisma.activation.count({ where: { licenseId } });
  if (used >= license.maxActivations) throw new Error('the limit of activations is reached');
  return prisma.activation.create({ data: { licenseId } }); // expect: SL301 error
}

// How many may come is said by the row, in whatever variable.
export async function guestOf(eventId: string, guestId: string) {
  const event = await prisma.event.findUniqueOrThrow({ where: { id: eventId } });
  const maxGuests = event.maxGuests;
  const guests = await prisma.guest.count({ where: { eventId } });
  if (guests >= maxGuests) throw new Error('full');
  return prisma.guest.create({ data: { eventId, guestId } }); // expect: SL301 error
}

// What a plan allows is a quota; what is sold by the piece is none.
export async function teamOf(ownerId: string) {
  const owner = await prisma.owner.findUniqueOrThrow({ where: { id: ownerId }, include: { plan: true } });
  const teams = await prisma.team.count({ where: { ownerId } });
  if (teams >= owner.plan.teams) throw new Error('no more');
  return prisma.team.create({ data: { ownerId } }); // expect: SL301 note
}

export async function passOf(ownerId: string) {
  const owner = await prisma.owner.findUniqueOrThrow({ where: { id: ownerId }, include: { plan: true } });
  const passes = await prisma.pass.count({ where: { ownerId } });
  if (passes >= owner.plan.seats) throw new Error('no more');
  return prisma.pass.create({ data: { ownerId } }); // expect: SL301 error
}
