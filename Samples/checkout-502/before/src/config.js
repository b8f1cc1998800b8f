'use strict';

module.exports = {
  port: Number(process.env.PORT ?? 8080),
  databaseUrl: process.env.DATABASE_URL,
  socketTimeoutMs: 8_000,
};
