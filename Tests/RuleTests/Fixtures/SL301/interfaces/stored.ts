import { PrismaClient } from '@prisma/client';
import type { Cloakroom, GuestBook } from './guests';

export class StoredGuestBook implements GuestBook {
  constructor(private readonly prisma: PrismaClient) {}

  byEmail(party: string, email: string) {
    return this.prisma.guest.findFirst({ where: { party, email } });
  }

  write(party: string, email: string) {
    return this.prisma.guest.create({ data: { party, email } });
  }
}

// In one step, so that nothing is there twice.
export class StoredCloakroom implements Cloakroom {
  constructor(private readonly prisma: PrismaClient) {}

  ticketOf(guest: string) {
    return this.prisma.ticket.findUnique({ where: { guest } });
  }

  handOut(guest: string) {
    return this.prisma.ticket.upsert({ where: { guest }, create: { guest }, update: {} });
  }
}
