// A `catch` that names the errors it is for handles the violation where these are such.
const { Sequelize, DataTypes } = require('sequelize');

const db = new Sequelize('postgres://localhost/contacts');
const Contact = db.define('contact', { email: { type: DataTypes.STRING, unique: true } });

async function contactFor(email) {
  const known = await Contact.findOne({ where: { email } });
  if (known) return known;
  return Contact.create({ email }).catch(Sequelize.UniqueConstraintError, () =>
    Contact.findOne({ where: { email } }),
  );
}

async function contactOrTimeout(email) {
  const known = await Contact.findOne({ where: { email } });
  if (known) return known;
  return Contact.create({ email }).catch(Sequelize.TimeoutError, () => null); // expect: SL303
}

module.exports = { contactFor, contactOrTimeout };
