const { DataTypes, Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);

const Coupon = sequelize.define('Coupon', {
  code: { type: DataTypes.STRING, unique: true },
});
const Seat = sequelize.define(
  'Seat',
  { hall: DataTypes.STRING, place: DataTypes.INTEGER },
  { indexes: [{ unique: true, fields: ['hall', 'place'] }] },
);
const Remark = sequelize.define(
  'Remark',
  { words: DataTypes.STRING },
  { indexes: [{ fields: ['words'] }] },
);

async function couponFor(code) {
  const known = await Coupon.findOne({ where: { code } });
  if (known) return known;
  return Coupon.create({ code }); // expect: SL303
}

async function reserve(req, res) {
  const { hall, place } = req.body;
  const taken = await Seat.findOne({ where: { hall, place } });
  if (taken) {
    return res.status(409).json({ message: 'taken' });
  }
  const seat = await Seat.create({ hall, place }); // expect: SL303 "instead of the refusal"
  return res.json(seat);
}

async function remark(words) {
  const known = await Remark.findOne({ where: { words } });
  if (known) return known;
  return Remark.create({ words }); // expect: SL301
}

module.exports = { couponFor, reserve, remark };
