// Which collection a chain leads to is said by the step nearest to the rows, whatever the database
// before it is called.
const { MongoClient } = require('mongodb');
const { Sequelize, DataTypes } = require('sequelize');
const mongoose = require('mongoose');

const client = new MongoClient('mongodb://localhost');
const guests = client.db('hotel').collection('guests');
const visits = client.db('hotel').collection('visits');
const hotel = client.db('hotel');
const Names = { GUESTS: 'guests', VISITS: 'visits' };

const sequelize = new Sequelize('sqlite::memory:');
const Room = sequelize.define('Room', { number: DataTypes.STRING });
const Bill = sequelize.define('Bill', { number: DataTypes.STRING });
const archive = mongoose.createConnection('mongodb://localhost/archive');
const Letter = archive.model('Letter', new mongoose.Schema({ code: String }));
const Parcel = archive.model('Parcel', new mongoose.Schema({ code: String }));

exports.greet = async function (email) {
  const guest = await guests.findOne({ email });
  if (!guest) await visits.insertOne({ email, what: 'unknown guest' });
};

exports.register = async function (email) {
  const guest = await guests.findOne({ email });
  if (!guest) await guests.insertOne({ email }); // expect: SL301
};

exports.greetInPlace = async function (email) {
  const guest = await client.db('hotel').collection('guests').findOne({ email });
  if (!guest) await client.db('hotel').collection('visits').insertOne({ email });
};

exports.greetByConstant = async function (email) {
  const guest = await hotel.collection(Names.GUESTS).findOne({ email });
  if (!guest) await hotel.collection(Names.VISITS).insertOne({ email });
};

exports.registerByConstant = async function (email) {
  const guest = await hotel.collection(Names.GUESTS).findOne({ email });
  if (!guest) await hotel.collection(Names.GUESTS).insertOne({ email }); // expect: SL301
};

exports.copy = async function (from, to, email) {
  const row = await hotel.collection(from).findOne({ email });
  if (!row) await hotel.collection(to).insertOne({ email });
};

exports.charge = async function (number) {
  const room = await Room.findOne({ where: { number } });
  if (!room) await Bill.create({ number });
};

exports.build = async function (number) {
  const room = await Room.findOne({ where: { number } });
  if (!room) await Room.create({ number }); // expect: SL301
};

exports.forward = async function (code) {
  const letter = await Letter.findOne({ code });
  if (!letter) await Parcel.create({ code });
};

exports.file = async function (code) {
  const letter = await Letter.findOne({ code });
  if (!letter) await Letter.create({ code }); // expect: SL301
};
