const fs = require('node:fs');
const archiver = require('archiver');
const { pipeline } = require('node:stream');

// A listener for what goes wrong with the file does not hear that the client is gone.
function send(path, req, res) {
  const file = fs.createReadStream(path); // expect: SL101
  file.on('error', () => {
    res.statusCode = 500;
    res.end();
  });
  file.pipe(res);
}

function sendChained(path, res, next) {
  fs.createReadStream(path).on('error', next).pipe(res); // expect: SL101
}

function watched(path, req, res) {
  const file = fs.createReadStream(path);
  file.on('error', () => res.end());
  res.on('close', () => file.destroy());
  file.pipe(res);
}

function aborted(path, req, res) {
  const file = fs.createReadStream(path);
  req.on('aborted', () => file.destroy());
  file.pipe(res);
}

function piped(path, res, next) {
  pipeline(fs.createReadStream(path), res, next);
}

// What a function makes for its callers is theirs to see to.
function zip(folder) {
  const archive = archiver('zip');
  archive.directory(folder, false);
  archive.finalize();
  return archive;
}

function download(req, res) {
  const archive = zip('reports'); // expect: SL101
  res.attachment('reports.zip');
  archive.pipe(res);
}

function downloadSafely(req, res) {
  const archive = zip('reports');
  res.on('close', () => archive.destroy());
  archive.pipe(res);
}

module.exports = { send, sendChained, watched, aborted, piped, download, downloadSafely };

// Who listens for another stream's sake knows nothing of this one.
function ranged(path, range, res) {
  if (range) {
    const part = fs.createReadStream(path, range);
    res.on('close', () => part.destroy());
    part.pipe(res);
    return;
  }
  const whole = fs.createReadStream(path); // expect: SL101
  whole.on('error', () => res.end());
  whole.pipe(res);
}

module.exports.ranged = ranged;
