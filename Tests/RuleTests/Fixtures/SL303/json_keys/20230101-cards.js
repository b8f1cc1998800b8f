'use strict';

module.exports = {
  async up(queryInterface) {
    await queryInterface.sequelize.query(`
      CREATE UNIQUE INDEX CONCURRENTLY "cards__token" ON "Cards"(("data"#>>'{providerToken}'))
      WHERE "deletedAt" IS NULL
    `);
    await queryInterface.sequelize.query(
      'CREATE INDEX "cards__label" ON "Cards" ("label")',
    );
  },
};
