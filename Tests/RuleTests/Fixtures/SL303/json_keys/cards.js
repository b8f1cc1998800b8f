const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);

const Card = sequelize.define('Card', { label: DataTypes.STRING, data: DataTypes.JSONB });

async function cardOf(owner, providerToken) {
  const known = await Card.findOne({ where: { owner, data: { providerToken } } });
  if (known) return known;
  return Card.create({ owner, data: { providerToken } }); // expect: SL303 "unique by data.providerToken"
}

async function cardIn(account, token) {
  const known = await Card.findOne({ where: { data: { account, batch: token } } });
  if (known) return known;
  return Card.create({ data: { account, batch: token } }); // expect: SL301 "by `data.account`, `data.batch`"
}

async function labelled(label) {
  const known = await Card.findOne({ where: { label } });
  if (known) return known;
  return Card.create({ label }); // expect: SL301
}

module.exports = { cardOf, cardIn, labelled };
