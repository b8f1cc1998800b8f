import { PrismaClient } from '@prisma/client';

export class People {
  constructor(private prisma: PrismaClient) {}

  /** The row, if it may be used again; null only if there is none. */
  async existing(email: string, name: string) {
    const found = await this.prisma.person.findFirst({ where: { email } });
    if (found) {
      if (found.name === '') {
        return this.prisma.person.update({ where: { id: found.id }, data: { name } });
      }
      throw new Error('is there');
    }
    return null;
  }

  async register(email: string, name: string) {
    const again = await this.existing(email, name);
    if (again !== null) return again;
    return this.prisma.person.create({ data: { email, name } }); // expect: SL301
  }

  /** Whether something was renewed: that is no question. */
  async renew(email: string) {
    const found = await this.prisma.person.findFirst({ where: { email } });
    if (!found) return false;
    if (found.name === '') return false;
    await this.prisma.person.update({ where: { id: found.id }, data: { name: 'renewed' } });
    return true;
  }

  async handle(email: string, name: string) {
    const isRenewed = await this.renew(email);
    if (isRenewed) return null;
    return this.prisma.person.create({ data: { email, name } });
  }
}
