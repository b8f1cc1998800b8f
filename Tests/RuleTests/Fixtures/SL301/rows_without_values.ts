import { DataTypes, Model, Op, Sequelize } from 'sequelize';

const sequelize = new Sequelize('postgres://db');

class Pass extends Model {
  declare token: string | null;
}
Pass.init({ userId: DataTypes.STRING, token: DataTypes.STRING }, { sequelize });

// Asks for a row without a token, and makes one with it: that one would not be found.
export async function hand(userId: string, token: string) {
  const waiting = await Pass.findOne({ where: { userId, token: { [Op.is]: null } as never } });
  if (waiting) {
    await waiting.update({ token });
  } else {
    await Pass.create({ userId, token });
  }
}

export async function wait(userId: string) {
  const waiting = await Pass.findOne({ where: { userId, token: null } });
  if (waiting) return waiting;
  return Pass.create({ userId, token: null }); // expect: SL301
}

export async function renew(userId: string) {
  const waiting = await Pass.findOne({ where: { userId, token: { [Op.is]: null } as never } });
  if (!waiting) await Pass.create({ userId }); // expect: SL301
}
