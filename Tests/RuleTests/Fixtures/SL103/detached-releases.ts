// What gives back may be read off the handle first, under another name.
import * as tmp from 'tmp-promise';

export async function unpack(task: { extract(folder: string): Promise<void>; isKnown: boolean }) {
  const { path: folder, cleanup: dropFolder } = await tmp.dir({ unsafeCleanup: true }); // expect: SL102
  try {
    await task.extract(folder);
  } catch (error) {
    await dropFolder();
    throw error;
  }
  if (!task.isKnown) return;
  await dropFolder();
}

export async function unpackWell(task: { extract(folder: string): Promise<void> }) {
  const { path: folder, cleanup: dropFolder } = await tmp.dir({ unsafeCleanup: true });
  try {
    await task.extract(folder);
  } finally {
    await dropFolder();
  }
}

// The caller gets the function that drops it.
export async function stage(task: { extract(folder: string): Promise<void> }) {
  const { path, cleanup } = await tmp.dir({ unsafeCleanup: true });
  try {
    await task.extract(path);
  } catch (error) {
    await cleanup();
    throw error;
  }
  return { path, cleanup };
}
