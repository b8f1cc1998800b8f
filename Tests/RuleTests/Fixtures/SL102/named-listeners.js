// What listens to a client, under a name too, is no part of the function that was given it.
const clients = require('./clients');

exports.forward = function (next, link) {
  clients.acquireClient(link, function (err, client) {
    let sent = 0;
    const send = function () {
      if (!link.open) {
        client.release();
        return;
      }
      sent++;
      client.command('RCPT');
    };
    client.on('mail', send);
    client.on('rcpt', send);
    client.on('dot', () => {
      next(sent);
      client.release();
    });
  });
};
