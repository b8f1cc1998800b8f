const { Sequelize } = require('sequelize');

const sequelize = new Sequelize('sqlite::memory:');
const db = { sequelize };

db.Alert = sequelize.define('Alert', { name: 'text' });
db.Channel = sequelize.define('Channel', { alert_id: 'integer', name: 'text' });

module.exports = db;
