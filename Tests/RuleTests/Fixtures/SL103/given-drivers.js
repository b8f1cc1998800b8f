// What gave the driver that opened gives the one that closes.
const fs = require('node:fs');

class Driver {
  open(path, mode) {
    return fs.openSync(path, mode);
  }

  close(handle) {
    return fs.closeSync(handle);
  }
}

let current = null;

const files = {
  driver: () => {
    if (!current) throw new Error('set up first');
    return current;
  },
  use(driver) {
    current = driver;
  },
};
files.use(new Driver());

async function upload(path, send) {
  const handle = await files.driver().open(path, 'r');
  try {
    await send();
  } finally {
    await files.driver().close(handle);
  }
}

async function uploadAll(paths, send) {
  const handle = await files.driver().open(paths[0], 'r'); // expect: SL103
  await send(paths);
  await files.driver().close(handle);
}

module.exports = { upload, uploadAll };
