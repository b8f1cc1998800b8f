const { DataTypes } = require('sequelize');

module.exports = (sequelize) =>
  sequelize.define('Members', {
    id: { type: DataTypes.STRING, primaryKey: true },
    email: { type: DataTypes.STRING, unique: true },
    data: { type: DataTypes.JSON },
  });
