const fs = require('fs');

function firstByte(path) {
  let fd;
  try {
    fd = fs.openSync(path, 'r');
    const buffer = Buffer.alloc(1);
    fs.readSync(fd, buffer, 0, 1, 0);
    return buffer[0];
  } finally {
    if (typeof fd === 'number') fs.closeSync(fd);
  }
}

function firstByteUnlessEmpty(path, size) {
  const fd = fs.openSync(path, 'r'); // expect: SL103
  const buffer = Buffer.alloc(size);
  fs.readSync(fd, buffer, 0, 1, 0);
  fs.closeSync(fd);
  return buffer[0];
}

module.exports = { firstByte, firstByteUnlessEmpty };
