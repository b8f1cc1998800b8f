import { PrismaClient } from '@prisma/client';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository, DataSource } from 'typeorm';
import mongoose from 'mongoose';
import { User } from './user';

const prisma = new PrismaClient();
const Account = mongoose.model('Account', new mongoose.Schema({ email: String }));

export async function register(email: string) {
  const existing = await prisma.user.findUnique({ where: { email } }); // step: probed
  if (existing) throw new Error('taken');
  return prisma.user.create({ data: { email } }); // expect: SL301 "an existing `user` by `email`"
}

export async function seat(spaceId: string, userId: string, seats: number) {
  return prisma.$transaction(async (tx) => {
    const members = await tx.member.count({ where: { spaceId } });
    if (members >= seats) throw new Error('full');
    return tx.member.create({ data: { spaceId, userId } }); // expect: SL301 "transaction does not help"
  });
}

export async function capturedByCallback(email: string) {
  const existing = await prisma.user.findFirst({ where: { email } });
  return prisma.$transaction(async (tx) => {
    if (existing) return existing;
    return tx.user.create({ data: { email } }); // expect: SL301
  });
}

export async function insertsInCallback(email: string) {
  const existing = await prisma.user.findFirst({ where: { email } });
  if (existing) return existing;
  return prisma.$transaction(async (tx) => tx.user.create({ data: { email } })); // expect: SL301
}

export async function batch(rows: { key: string }[]) {
  const known = await prisma.setting.findMany();
  for (const row of rows) {
    const existing = known.find((item) => item.key === row.key);
    if (existing) {
      await prisma.setting.update({ where: { id: existing.id }, data: row });
    } else {
      await prisma.setting.create({ data: row }); // expect: SL301
    }
  }
}

export async function both(email: string, name: string) {
  const [byEmail, byName] = await Promise.all([
    prisma.user.findUnique({ where: { email } }),
    prisma.user.findUnique({ where: { name } }),
  ]);
  if (byEmail || byName) throw new Error('taken');
  await prisma.user.create({ data: { email, name } }); // expect: SL301
}

@Injectable()
export class UserService {
  constructor(
    @InjectRepository(User) private readonly userRepository: Repository<User>,
    private readonly dataSource: DataSource,
  ) {}

  async create(email: string) {
    const existing = await this.userRepository.findOne({ where: { email } });
    if (existing) {
      throw new Error('taken');
    }
    const user = this.userRepository.create({ email });
    return this.userRepository.save(user); // expect: SL301
  }

  async builder(email: string, name: string) {
    const found = await this.userRepository
      .createQueryBuilder('user')
      .where('user.email = :email', { email })
      .orWhere('user.name = :name', { name })
      .getOne();
    if (found) throw new Error('taken');
    const user = new User();
    user.email = email;
    await this.userRepository.save(user); // expect: SL301
  }

  // What is saved was found: nothing is made.
  async rename(id: number, email: string) {
    const user = await this.userRepository.findOneBy({ id });
    if (!user) throw new Error('none');
    user.email = email;
    return this.userRepository.save(user);
  }

  async handled(email: string) {
    const existing = await this.userRepository.findOneBy({ email });
    if (existing) return existing;
    try {
      return await this.userRepository.save(this.userRepository.create({ email }));
    } catch (error) {
      if (error.code === '23505') return this.userRepository.findOneByOrFail({ email });
      throw error;
    }
  }
}

export async function account(email: string) {
  const known = await Account.findOne({ email });
  if (known) return known;
  return Account.create({ email }); // expect: SL301
}

export async function accountSaved(email: string) {
  const known = await Account.exists({ email });
  if (!known) {
    const made = new Account({ email });
    await made.save(); // expect: SL301
  }
}

// Correct look-alikes.

export async function upserted(email: string) {
  const existing = await prisma.user.findUnique({ where: { email } });
  if (existing) return existing;
  return prisma.user.upsert({ where: { email }, create: { email }, update: {} });
}

export async function serializable(spaceId: string, userId: string, seats: number) {
  return prisma.$transaction(
    async (tx) => {
      const members = await tx.member.count({ where: { spaceId } });
      if (members >= seats) throw new Error('full');
      return tx.member.create({ data: { spaceId, userId } });
    },
    { isolationLevel: 'Serializable' },
  );
}

export async function handled(email: string) {
  const existing = await prisma.user.findUnique({ where: { email } });
  if (existing) return existing;
  try {
    return await prisma.user.create({ data: { email } });
  } catch (error) {
    if (error.code === 'P2002') return prisma.user.findUnique({ where: { email } });
    throw error;
  }
}

export async function askedAgain(email: string) {
  const existing = await prisma.user.findUnique({ where: { email } });
  if (existing) return existing;
  return prisma.user.create({ data: { email } }).catch(() => prisma.user.findUnique({ where: { email } }));
}

export async function parent(id: string, text: string) {
  const comment = await prisma.comment.findUnique({ where: { id } });
  if (!comment) throw new Error('none');
  return prisma.comment.create({ data: { parent: id, text } });
}

export async function onlyIfThere(id: string) {
  const membership = await prisma.member.findUnique({ where: { id } });
  if (membership?.role === 'owner') {
    await prisma.member.create({ data: { invited: true } });
  }
}
