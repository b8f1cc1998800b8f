// Folders that are made because of an earlier answer.
const fs = require('fs');
const os = require('os');
const path = require('path');
const { mkdir } = require('fs/promises');

function ensureFolder(folder) {
  if (!fs.existsSync(folder)) {
    fs.mkdirSync(folder); // expect: SL305 "nobody here expects"
  }
}

function ensureWithMode(folder) {
  if (!fs.existsSync(folder)) fs.mkdirSync(folder, parseInt('755', 8)); // expect: SL305 "nobody here expects"
}

async function ensureByAccess(folder) {
  try {
    await fs.promises.access(folder);
  } catch (error) {
    await mkdir(folder); // expect: SL305 "nobody here expects"
  }
}

function ensureParents(folder) {
  const parent = path.dirname(folder);
  if (!fs.existsSync(parent)) ensureParents(parent); // expect: SL305 "nobody here expects"
  fs.mkdirSync(folder);
}

function ensureInOneStep(folder) {
  fs.mkdirSync(folder, { recursive: true });
  if (!fs.existsSync(folder)) fs.mkdirSync(folder, { recursive: true });
}

function ensureAndExpect(folder) {
  if (fs.existsSync(folder)) return;
  try {
    fs.mkdirSync(folder); // expect: SL305 "between the two"
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

function ensureWithCallback(folder, done) {
  if (fs.existsSync(folder)) return done();
  fs.mkdir(folder, (error) => done(error)); // expect: SL305 "between the two"
}

// What a file says besides being there decides other things.
function linkUnlessNewer(from, to) {
  if (fs.statSync(from).mtimeMs < fs.statSync(to).mtimeMs) return;
  fs.symlinkSync(from, to);
}

function scratch() {
  const folder = path.join(os.tmpdir(), `build-${process.pid}`);
  if (!fs.existsSync(folder)) fs.mkdirSync(folder);
  return folder;
}

module.exports = {
  ensureFolder,
  ensureWithMode,
  ensureByAccess,
  ensureParents,
  ensureInOneStep,
  ensureAndExpect,
  ensureWithCallback,
  linkUnlessNewer,
  scratch,
};
