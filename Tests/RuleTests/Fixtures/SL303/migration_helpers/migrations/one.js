const { replaceIndex } = require('../tools');

module.exports.up = async (queryInterface) => {
  await queryInterface.createTable(
    'guests',
    { id: { primaryKey: true }, email: {} },
    { uniqueKeys: { guests_email: { fields: ['email'] } } },
  );
  await replaceIndex(queryInterface, 'hosts', 'hosts_email', ['email'], { unique: true });
  await replaceIndex(queryInterface, 'cooks', 'cooks_email', ['email']);
};
