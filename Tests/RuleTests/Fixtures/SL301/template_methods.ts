// What is asked of an abstract class, the classes behind it do.
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

abstract class SeatStore {
  abstract find(place: string): Promise<{ id: string } | null>;
  abstract make(place: string): Promise<{ id: string }>;
}

class PrismaSeatStore extends SeatStore {
  async find(place: string) {
    return prisma.seat.findFirst({ where: { place } });
  }

  async make(place: string) {
    return prisma.seat.create({ data: { place } });
  }
}

export class Booking {
  constructor(private readonly seats: SeatStore) {}

  async take(place: string) {
    if (await this.seats.find(place)) throw new Error('taken');
    return this.seats.make(place); // expect: SL301
  }

  async always(place: string) {
    return this.seats.make(place);
  }
}

export const booking = new Booking(new PrismaSeatStore());
