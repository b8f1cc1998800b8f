export interface Guest {
  id: string;
  email: string;
}

export interface GuestBook {
  byEmail(party: string, email: string): Promise<Guest | null>;
  write(party: string, email: string): Promise<Guest>;
}

export interface Cloakroom {
  ticketOf(guest: string): Promise<{ id: string } | null>;
  handOut(guest: string): Promise<{ id: string }>;
}
