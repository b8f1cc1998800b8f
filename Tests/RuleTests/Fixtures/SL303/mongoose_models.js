const mongoose = require('mongoose');

const customerSchema = new mongoose.Schema({ email: { type: String, unique: true } });
const Customer = mongoose.model('Customer', customerSchema);

const schema = new mongoose.Schema({ room: String, day: String });
schema.index({ room: 1, day: -1 }, { unique: true });
const Stay = mongoose.model('Stay', schema);

const letterSchema = new mongoose.Schema({ subject: { type: String, unique: false, index: true } });
const Letter = mongoose.model('Letter', letterSchema);

exports.signUp = async (req, res) => {
  const known = await Customer.findOne({ email: req.body.email });
  if (known) return res.status(409).json({ message: 'known already' });
  const customer = await Customer.create({ email: req.body.email }); // expect: SL303 "instead of the refusal"
  return res.json(customer);
};

exports.stayFor = async (room, day) => {
  let stay = await Stay.findOne({ room, day });
  if (!stay) stay = await Stay.create({ room, day }); // expect: SL303 "other's row"
  return stay;
};

exports.letterAbout = async (subject) => {
  const known = await Letter.findOne({ subject });
  if (known) return known;
  return Letter.create({ subject }); // expect: SL301
};
