// What a project's own logger does inside is no reason to fear that it throws.
const { Sequelize } = require('sequelize');
const { inspect } = require('util');
const sequelize = new Sequelize('sqlite::memory:');

class Journal {
  constructor() {
    this.sinks = [];
  }
  error(...parts) {
    const text = parts.map((part) => inspect(part)).join(' ');
    for (const sink of this.sinks) sink.push(text);
    return this.manager.write(text);
  }
}

const Logger = new Journal();

async function rename(shelf, mailer) {
  const transaction = await sequelize.transaction();
  try {
    await shelf.save({ transaction });
    await transaction.commit();
  } catch (error) {
    Logger.error('not renamed', error);
    await transaction.rollback();
  }
}

async function renameAndTell(shelf, mailer) {
  const transaction = await sequelize.transaction(); // expect: SL107
  try {
    await shelf.save({ transaction });
    await transaction.commit();
  } catch (error) {
    await mailer.send(error);
    await transaction.rollback();
  }
}

module.exports = { rename, renameAndTell };
