import { Column, DataSource, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

@Entity()
@Unique(['shop', 'code'])
class Coupon {
  @PrimaryGeneratedColumn() id!: number;
  @Column() shop!: string;
  @Column() code!: string;
}

@Entity()
class Subscriber {
  @PrimaryGeneratedColumn() id!: number;
  @Index({ unique: true })
  @Column()
  email!: string;
}

@Entity()
class Visitor {
  @PrimaryGeneratedColumn() id!: number;
  @Column({ unique: false }) address!: string;
}

export async function issue(source: DataSource, shop: string, code: string) {
  const coupons = source.getRepository(Coupon);
  const known = await coupons.findOne({ where: { shop, code } });
  if (known) return known;
  return coupons.save(coupons.create({ shop, code })); // expect: SL303
}

export async function subscribe(source: DataSource, email: string) {
  const subscribers = source.getRepository(Subscriber);
  if (await subscribers.existsBy({ email })) throw new Error('subscribed already');
  await subscribers.insert({ email }); // expect: SL303 "instead of the refusal"
}

export async function note(source: DataSource, address: string) {
  const visitors = source.getRepository(Visitor);
  if (await visitors.existsBy({ address })) return;
  await visitors.insert({ address }); // expect: SL301
}

export async function followerFor(source: DataSource, email: string) {
  const followers = source.getRepository(Subscriber);
  const known = await followers
    .createQueryBuilder('follower')
    .where('follower.email = :email', { email })
    .getOne();
  if (known) return known;
  return followers.save(followers.create({ email })); // expect: SL303 "unique by email"
}
