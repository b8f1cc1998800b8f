const http = require('http');
const net = require('net');
const fs = require('fs');

// What an executor puts into a variable of the function around it is that function's.
async function within(ms, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), ms); // expect: SL103
  });
  const answer = await Promise.race([work(), late]);
  clearTimeout(timer);
  return answer;
}

async function withinCalledAtOnce(ms, work) {
  let timer;
  const answer = await Promise.race([
    work(),
    (async () => {
      await new Promise((resolve) => {
        timer = setTimeout(resolve, ms); // expect: SL103
      });
      throw new Error('too late');
    })(),
  ]);
  clearTimeout(timer);
  return answer;
}

async function rightWithin(ms, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), ms);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function rightClearedInACallback(ms, promise) {
  let timer;
  const answer = await Promise.race([
    new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error('too late')), ms);
    }),
    (async () => {
      try {
        return await promise;
      } catch (error) {
        clearTimeout(timer);
        throw error;
      }
    })(),
  ]);
  clearTimeout(timer);
  return answer;
}

// A promise that gives up leaves open what its executor opened.
function dial(port) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port); // expect: SL103
    setTimeout(() => reject(new Error('no answer')), 500);
    socket.on('connect', () => resolve(socket));
  });
}

function dialWithItsOwnTimeout(port) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port); // expect: SL103
    socket.setTimeout(500, () => reject(new Error('no answer')));
    socket.on('connect', () => resolve(socket));
  });
}

function dialByFactory(open, url) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), 500);
    const link = open(url); // expect: SL103
    link.addEventListener('open', () => {
      clearTimeout(timer);
      link.addEventListener('message', (event) => {
        if (event.data === 'bye') link.close();
      });
      resolve(link);
    });
  });
}

function load(url) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { timeout: 500 }, resolve); // expect: SL103
    request.on('error', reject);
    request.on('timeout', () => reject(new Error('no answer')));
  });
}

function rightLoad(url) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { timeout: 500 }, resolve);
    request.on('error', reject);
    request.on('timeout', () => request.destroy(new Error('no answer')));
  });
}

function rightDial(port) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port);
    setTimeout(() => {
      socket.destroy();
      reject(new Error('no answer'));
    }, 500);
    socket.on('connect', () => resolve(socket));
  });
}

function rightDialWithCleanup(port) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port);
    const cleanUp = () => socket.destroy();
    socket.setTimeout(500, () => {
      cleanUp();
      reject(new Error('no answer'));
    });
    socket.on('connect', () => resolve(socket));
  });
}

function copy(from, to) {
  return new Promise((resolve, reject) => {
    const source = fs.createReadStream(from); // expect: SL103
    const target = fs.createWriteStream(to); // expect: SL103
    source.on('error', reject);
    target.on('error', reject);
    target.on('finish', resolve);
    source.pipe(target);
  });
}

function rightCopy(from, to) {
  return new Promise((resolve, reject) => {
    const source = fs.createReadStream(from);
    const target = fs.createWriteStream(to);
    source.on('error', (error) => {
      target.destroy();
      reject(error);
    });
    target.on('error', (error) => {
      source.destroy();
      reject(error);
    });
    target.on('finish', resolve);
    source.pipe(target);
  });
}

// What is piped into a file does not end the file when it fails.
function download(url, path) {
  return new Promise((resolve, reject) => {
    http.get(url, (answer) => {
      const file = fs.createWriteStream(path); // expect: SL103
      answer.on('error', reject);
      file.on('finish', () => file.close(resolve));
      answer.pipe(file);
    });
  });
}

function rightDownload(url, path) {
  return new Promise((resolve, reject) => {
    http.get(url, (answer) => {
      const file = fs.createWriteStream(path);
      answer.on('error', (error) => {
        file.destroy();
        reject(error);
      });
      file.on('finish', () => file.close(resolve));
      answer.pipe(file);
    });
  });
}

module.exports = {
  download,
  rightDownload,
  within,
  withinCalledAtOnce,
  rightWithin,
  rightClearedInACallback,
  dial,
  dialWithItsOwnTimeout,
  dialByFactory,
  load,
  rightLoad,
  rightDial,
  rightDialWithCleanup,
  copy,
  rightCopy,
};
