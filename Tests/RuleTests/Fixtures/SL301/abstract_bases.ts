import { PrismaClient } from '@prisma/client';

// A class that only declares what there is; who has it, knows no more.
export abstract class Wardrobe {
  abstract hookOf(guest: string): Promise<{ id: string } | null>;
  abstract hang(guest: string): Promise<{ id: string }>;
}

export class StoredWardrobe extends Wardrobe {
  constructor(private readonly prisma: PrismaClient) {
    super();
  }

  hookOf(guest: string) {
    return this.prisma.hook.findFirst({ where: { guest } });
  }

  hang(guest: string) {
    return this.prisma.hook.create({ data: { guest } });
  }
}

export class Entrance {
  constructor(private readonly wardrobe: Wardrobe) {}

  async enter(guest: string) {
    if (await this.wardrobe.hookOf(guest)) throw new Error('inside already');
    await this.wardrobe.hang(guest); // expect: SL301
  }

  async reenter(guest: string) {
    if (!(await this.wardrobe.hookOf(guest))) throw new Error('not inside');
    await this.wardrobe.hang(`${guest} again`);
  }
}
