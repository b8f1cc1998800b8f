// A stream that only a promise's executor uses is the executor's, wherever it was opened.
const fs = require('fs');

async function save(url, path) {
  const answer = await fetch(url);
  const file = fs.createWriteStream(path); // expect: SL103
  await new Promise((resolve, reject) => {
    answer.body.pipe(file);
    answer.body.on('error', reject);
    file.on('finish', resolve);
  });
}

async function saveSafely(url, path) {
  const answer = await fetch(url);
  const file = fs.createWriteStream(path);
  await new Promise((resolve, reject) => {
    answer.body.pipe(file);
    answer.body.on('error', (failure) => {
      file.destroy();
      reject(failure);
    });
    file.on('finish', resolve);
  });
}

async function saveAndEnd(url, path) {
  const answer = await fetch(url);
  const file = fs.createWriteStream(path);
  try {
    await new Promise((resolve, reject) => {
      answer.body.pipe(file);
      answer.body.on('error', reject);
      file.on('finish', resolve);
    });
  } finally {
    file.destroy();
  }
}

module.exports = { save, saveSafely, saveAndEnd };
