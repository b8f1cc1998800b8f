// `pipe` ends its target with its source's end, and nothing when one of them fails.
const fs = require('fs');
const { pipeline } = require('stream');
const once = require('once');

function copy(source, target, callback) {
  const input = fs.createReadStream(source); // expect: SL103
  const output = fs.createWriteStream(target); // expect: SL103
  input.on('error', callback);
  output.on('error', (error) => callback(error));
  output.on('finish', () => callback());
  input.pipe(output);
}

function copyWell(source, target, callback) {
  const input = fs.createReadStream(source);
  const output = fs.createWriteStream(target);
  const fail = (error) => {
    input.destroy();
    output.destroy();
    callback(error);
  };
  input.on('error', fail);
  output.on('error', fail);
  output.on('finish', () => callback());
  input.pipe(output);
}

function copyShortly(source, target, callback) {
  pipeline(fs.createReadStream(source), fs.createWriteStream(target), callback);
}

// The source is of the function around, which listens to it.
function unpack(archive, entry, target, callback) {
  if (callback == null) {
    callback = function () {};
  }
  callback = once(callback);
  archive.openReadStream(entry, (error, input) => {
    if (error) return callback(error);
    input.on('error', callback);
    input.on('end', callback);
    fs.mkdir(target, (failure) => {
      if (failure) return callback(failure);
      const output = fs.createWriteStream(target); // expect: SL103
      output.on('error', (problem) => {
        input.destroy();
        callback(problem);
      });
      input.pipe(output);
    });
  });
}

// Its own error closes a stream, and a client that goes away leaves it open.
function save(request, target, callback) {
  const output = fs.createWriteStream(target); // expect: SL103
  output.on('error', callback);
  output.on('finish', callback);
  request.pipe(output);
}

module.exports = { copy, copyWell, copyShortly, unpack, save };
