// An own reader that a method of its class makes; and one that is asked whether it is open.
import fs from 'node:fs';

class Reader {
  private handle: fs.promises.FileHandle | null = null;
  constructor(private path: string) {}
  static of(path: string): Reader {
    return new Reader(path);
  }
  async open() {
    this.handle = await fs.promises.open(this.path, 'r');
  }
  async read() {
    return this.handle!.read();
  }
  isOpen() {
    return this.handle !== null;
  }
  async close() {
    await this.handle?.close();
    this.handle = null;
  }
}

export async function size(path: string) {
  const reader = Reader.of(path); // expect: SL103
  await reader.open();
  const found = await reader.read();
  await reader.close();
  return found.bytesRead;
}

export async function never(path: string) {
  const reader = Reader.of(path); // expect: SL101
  await reader.open();
  return (await reader.read()).bytesRead;
}

export async function keep(known: Map<string, Reader>, path: string) {
  let reader: Reader | undefined;
  try {
    reader = Reader.of(path);
    await reader.open();
    await fs.promises.stat(path);
    known.set(path, reader);
  } catch (error) {
    if (reader?.isOpen()) {
      await reader.close();
    }
  }
}
