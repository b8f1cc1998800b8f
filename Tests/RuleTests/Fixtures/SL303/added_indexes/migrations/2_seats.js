module.exports = {
  up: async (queryInterface) => {
    await queryInterface.addIndex('seats', ['show', 'number'], { unique: true });
    await queryInterface.addIndex('rows', ['show', 'letter']);
  },
  down: (queryInterface) => queryInterface.removeIndex('seats', ['show', 'number']),
};
