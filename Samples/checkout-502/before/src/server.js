'use strict';

const app = require('./app');
const config = require('./config');

const server = app.listen(config.port, () => {
  console.log(`storefront-api listens on port ${config.port}`);
});

server.setTimeout(config.socketTimeoutMs);
