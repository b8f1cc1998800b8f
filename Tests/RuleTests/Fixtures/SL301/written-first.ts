// A write that has been waited for asks nothing more, whatever its row is given to later.
import { PrismaService } from "../database/prisma.service";

export class SignIn {
  constructor(private readonly prisma: PrismaService) {}

  async signIn(profile: any, address: string) {
    const { googleId, email } = profile;
    let user = await this.prisma.user.findUnique({ where: { googleId } });
    if (user) {
      user = await this.prisma.user.update({
        where: { id: user.id },
        data: { lastLoginAt: new Date(), lastLoginIp: address },
      });
      const store = await this.prisma.store.findUnique({ where: { userId: user.id } });
      if (!store) {
        await this.prisma.store.create({ data: { userId: user.id, name: "x" } }); // expect: SL301
      }
      return { token: this.tokenOf(user), user: this.shown(user) };
    }
    user = await this.prisma.user.create({ data: { email, googleId, lastLoginIp: address } }); // expect: SL301
    return { token: this.tokenOf(user), user: this.shown(user) };
  }

  async claim(id: string) {
    const { count } = await this.prisma.job.updateMany({
      where: { id, state: "open" },
      data: { state: "taken" },
    });
    if (count === 0) return null;
    const run = await this.prisma.run.findFirst({ where: { jobId: id } });
    if (!run) return await this.prisma.run.create({ data: { jobId: id } });
    return run;
  }
}
