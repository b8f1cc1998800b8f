// A promise that only tells whether a port answers.
const net = require('net');

exports.answers = (port, host) =>
  new Promise((resolve) => {
    net.createConnection({ port, host }, () => { // expect: SL101
      resolve(true);
    });
  });

exports.answersThere = (hop, port) =>
  new Promise((resolve, reject) => {
    hop()
      .then((where) => {
        net.createConnection({ port, ...where }, () => { // expect: SL101
          resolve(true);
        });
      })
      .catch(reject);
  });

exports.answersOrFails = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port); // expect: SL101
    socket.setTimeout(1000);
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });

exports.ends = (port) =>
  new Promise((resolve, reject) => {
    const socket = net.connect(port, () => {
      socket.end();
      resolve(true);
    });
    socket.on('error', reject);
  });

exports.destroys = (port) =>
  new Promise((resolve, reject) => {
    const socket = net.createConnection({ port });
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', reject);
  });

exports.handsOver = (port) =>
  new Promise((resolve, reject) => {
    const socket = net.connect(port, () => resolve(socket));
    socket.on('error', reject);
  });

exports.asks = (port, question) =>
  new Promise((resolve, reject) => {
    const socket = net.connect(port, () => socket.write(question));
    socket.on('data', resolve);
    socket.on('error', reject);
  });

class Link {
  open(port) {
    return new Promise((resolve, reject) => {
      this.socket = net.connect(port, () => resolve()).on('error', reject);
    });
  }

  close() {
    this.socket.destroy();
  }
}

exports.Link = Link;
