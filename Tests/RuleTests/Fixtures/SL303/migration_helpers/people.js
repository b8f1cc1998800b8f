const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);
const Guests = sequelize.define('guests', { email: DataTypes.STRING });
const Hosts = sequelize.define('hosts', { email: DataTypes.STRING });
const Cooks = sequelize.define('cooks', { email: DataTypes.STRING });

async function guest(email) {
  const known = await Guests.findOne({ where: { email } });
  if (known) return known;
  return Guests.create({ email }); // expect: SL303
}

async function host(email) {
  const known = await Hosts.findOne({ where: { email } });
  if (known) return known;
  return Hosts.create({ email }); // expect: SL303
}

async function cook(email) {
  const known = await Cooks.findOne({ where: { email } });
  if (known) return known;
  return Cooks.create({ email }); // expect: SL301
}

module.exports = { guest, host, cook };
