const { DataTypes, Sequelize } = require('sequelize');
const sequelize = new Sequelize(process.env.DATABASE);
const Seat = sequelize.define('seats', { show: DataTypes.INTEGER, number: DataTypes.INTEGER });
const Row = sequelize.define('rows', { show: DataTypes.INTEGER, letter: DataTypes.STRING });

exports.take = async (show, number) => {
  const seat = await Seat.findOne({ where: { show, number } });
  if (!seat) await Seat.create({ show, number }); // expect: SL303
};

exports.open = async (show, letter) => {
  const row = await Row.findOne({ where: { show, letter } });
  if (!row) await Row.create({ show, letter }); // expect: SL301
};
