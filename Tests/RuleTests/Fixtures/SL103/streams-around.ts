// Streams that a promise pipes, and who ends them where one side fails.
import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';

interface Remote {
  writer(path: string): NodeJS.WritableStream;
}

// The variable is of the function around, which never asks for it.
export class Uploads {
  constructor(private remote: Remote) {}

  async put(from: string, to: string): Promise<string> {
    let source: NodeJS.ReadableStream;
    return new Promise((resolve, reject) => {
      const target = this.remote.writer(to);
      target.once('error', (error) => {
        reject(new Error(`not written: ${error}`));
      });
      target.once('close', () => resolve(to));
      source = fs.createReadStream(from); // expect: SL103
      source.once('error', (error) => reject(error));
      source.pipe(target);
    });
  }

  // It ends it itself, whatever happens.
  async rightPut(from: string, to: string): Promise<string> {
    let source: fs.ReadStream | undefined;
    return new Promise<string>((resolve, reject) => {
      const target = this.remote.writer(to);
      target.once('error', (error) => {
        reject(new Error(`not written: ${error}`));
      });
      target.once('close', () => resolve(to));
      source = fs.createReadStream(from);
      source.once('error', (error) => reject(error));
      source.pipe(target);
    }).finally(() => source?.destroy());
  }
}

type Done = (error: unknown, path?: string) => void;

// What it was given may end before its time, and then nobody ends the file.
export function store(file: { stream: NodeJS.ReadableStream }, path: string, done: Done): void {
  const out = fs.createWriteStream(path); // expect: SL103
  file.stream.pipe(out);
  out.on('error', done);
  out.on('finish', () => done(null, path));
}

export function rightStore(
  file: { stream: NodeJS.ReadableStream },
  path: string,
  done: Done,
): void {
  const out = fs.createWriteStream(path);
  file.stream.on('close', () => out.end());
  file.stream.pipe(out);
  out.on('error', done);
  out.on('finish', () => done(null, path));
}

export async function rightStoreAll(stream: NodeJS.ReadableStream, path: string): Promise<void> {
  await pipeline(stream, fs.createWriteStream(path));
}

// The lock's own methods have private names.
export class Leader {
  #isHeld = false;

  constructor(private drop: () => Promise<boolean>) {}

  async #acquireLeaderLock(): Promise<boolean> {
    const answer = await fetch('http://locks/leader', { method: 'PUT' });
    const held = (await answer.text()) === 'yes';
    this.#isHeld = held;
    return held;
  }

  async #releaseLeaderLock(): Promise<void> {
    const answer = await fetch('http://locks/leader', { method: 'DELETE' });
    await answer.text();
    this.#isHeld = false;
  }

  async end(): Promise<boolean> {
    const held = await this.#acquireLeaderLock(); // expect: SL103
    if (!held) return false;
    const isDropped = await this.drop();
    await this.#releaseLeaderLock();
    return isDropped;
  }

  async rightEnd(): Promise<boolean> {
    const held = await this.#acquireLeaderLock();
    if (!held) return false;
    try {
      return await this.drop();
    } finally {
      await this.#releaseLeaderLock();
    }
  }
}
