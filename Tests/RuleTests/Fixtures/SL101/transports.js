// What a connection goes over ends the connection with it.
const { Client } = require('pg');

function open(settings, callback) {
  const client = new Client(settings);
  client.once('connect', () => callback(null, client));
  client.once('error', (error) => {
    if (client.connection && client.connection.stream) client.connection.stream.destroy();
    callback(error);
  });
  client.connect();
}

function openAndForget(settings, callback) {
  const client = new Client(settings); // expect: SL101
  client.once('connect', () => callback(null));
  client.once('error', callback);
  client.connect();
}

module.exports = { open, openAndForget };
