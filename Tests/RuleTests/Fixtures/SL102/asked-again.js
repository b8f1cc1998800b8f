// The same question about the same value has the same answer.
const fs = require('node:fs');

function isName(target) {
  return typeof target === 'string' || target instanceof URL;
}

async function save(target, rows) {
  const handle = typeof target === 'string' ? await fs.promises.open(target, 'w') : target;
  try {
    await handle.writeFile(rows);
  } finally {
    if (typeof target === 'string') await handle.close();
  }
}

async function saveAt(target, rows) {
  const handle = isName(target) ? await fs.promises.open(target, 'w') : target;
  try {
    await handle.writeFile(rows);
  } finally {
    if (isName(target)) await handle.close();
  }
}

async function saveOther(target, rows) {
  const handle = typeof target === 'string' ? await fs.promises.open(target, 'w') : target; // expect: SL102
  try {
    await handle.writeFile(rows);
  } finally {
    if (typeof rows === 'string') await handle.close();
  }
}

module.exports = { save, saveAt, saveOther };
