async function replaceIndex(queryInterface, table, name, fields, options = {}) {
  await queryInterface.removeIndex(table, name).catch(() => {});
  return queryInterface.addIndex(table, fields, { name, ...options });
}

module.exports = { replaceIndex };
