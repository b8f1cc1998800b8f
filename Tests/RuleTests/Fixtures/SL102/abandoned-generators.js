// Who breaks off its loop over a generator closes it at a `yield`: cleanups run, handlers do not.
const fs = require('fs/promises');

async function* lines(path, source) {
  const log = await fs.open(path, 'a'); // expect: SL102
  try {
    for await (const line of source) yield line;
  } catch (error) {
    await log.close();
    throw error;
  }
  await log.close();
}

async function* rightLines(path, source) {
  const log = await fs.open(path, 'a');
  try {
    for await (const line of source) yield line;
  } catch (error) {
    console.error(error);
    throw error;
  } finally {
    await log.close();
  }
}

async function* pages(path, source) {
  for await (const page of source) {
    let size;
    const log = await fs.open(path, 'a');
    try {
      size = await log.write(page);
    } catch (error) {
      continue;
    } finally {
      await log.close();
    }
    yield size;
  }
}

module.exports = { lines, rightLines, pages };
