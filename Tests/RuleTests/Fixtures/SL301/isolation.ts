import { Kysely } from 'kysely';
import { Sequelize, Model, Transaction, DataTypes } from 'sequelize';
import { Prisma, PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const sequelize = new Sequelize(process.env.DATABASE_URL!);

class Locker extends Model {}
Locker.init({ number: DataTypes.INTEGER }, { sequelize });

// The database keeps serializable transactions apart, however the level is written.
export async function byMember(number: number) {
  await sequelize.transaction(
    { isolationLevel: Transaction.ISOLATION_LEVELS.SERIALIZABLE },
    async (transaction) => {
      const known = await Locker.findOne({ where: { number }, transaction });
      if (!known) await Locker.create({ number }, { transaction });
    },
  );
}

export async function byEnumeration(number: number) {
  await prisma.$transaction(
    async (tx) => {
      const known = await tx.locker.findFirst({ where: { number } });
      if (!known) await tx.locker.create({ data: { number } });
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.Serializable },
  );
}

export async function byCall(db: Kysely<any>, number: number) {
  await db
    .transaction()
    .setIsolationLevel('serializable')
    .execute(async (trx) => {
      const known = await trx.selectFrom('lockers').selectAll().where('number', '=', number).executeTakeFirst();
      if (!known) await trx.insertInto('lockers').values({ number }).execute();
    });
}

// The usual level does not.
export async function byDefault(db: Kysely<any>, number: number) {
  await db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (trx) => {
      const known = await trx.selectFrom('lockers').selectAll().where('number', '=', number).executeTakeFirst();
      if (!known) await trx.insertInto('lockers').values({ number }).execute(); // expect: SL301
    });
}

export async function committed(number: number) {
  await sequelize.transaction(
    { isolationLevel: Transaction.ISOLATION_LEVELS.READ_COMMITTED },
    async (transaction) => {
      const known = await Locker.findOne({ where: { number }, transaction });
      if (!known) await Locker.create({ number }, { transaction }); // expect: SL301
    },
  );
}
