import type { Cloakroom, GuestBook } from './guests';

// Who asks knows the interface only.
export class Invitations {
  constructor(
    private readonly guests: GuestBook,
    private readonly cloakroom: Cloakroom,
  ) {}

  async invite(party: string, email: string) {
    const known = await this.guests.byEmail(party, email);
    if (known) throw new Error('invited already');
    return this.guests.write(party, email); // expect: SL301
  }

  async remind(party: string, email: string) {
    const known = await this.guests.byEmail(party, email);
    if (!known) throw new Error('no such guest');
    return this.guests.write(party, `${email}.reminder`);
  }

  async receive(guest: string) {
    const ticket = await this.cloakroom.ticketOf(guest);
    if (ticket) return ticket;
    return this.cloakroom.handOut(guest);
  }
}

export async function inviteBy(guests: GuestBook, party: string, email: string) {
  if (await guests.byEmail(party, email)) return null;
  return guests.write(party, email); // expect: SL301
}
