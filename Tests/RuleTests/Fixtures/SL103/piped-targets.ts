// `pipe` ends its target when its source ends, and not when the source fails.
import archiver from 'archiver';
import * as fs from 'fs';
import { finished, pipeline } from 'stream';

declare const archive: { openReadStream(entry: string, f: (error: Error, input: any) => void): void };

// The client goes away in the middle: nobody ends the file.
export function receive(req: any, path: string) {
  return new Promise((resolve, reject) => {
    const out = fs.createWriteStream(path); // expect: SL103 warning
    out.on('error', reject);
    req.pipe(out).on('finish', resolve);
  });
}

// A step in the middle fails, in a callback.
export function decipher(entries: string[], folder: string, makeCipher: () => any) {
  return new Promise((resolve, reject) => {
    entries.forEach((entry) => {
      const out = fs.createWriteStream(folder + entry); // expect: SL103 warning
      const cipher = makeCipher();
      archive.openReadStream(entry, (error, input) => {
        if (error) return reject(error);
        input.on('end', resolve);
        cipher.on('error', () => reject(new Error('cannot be read')));
        input.pipe(cipher).pipe(out);
      });
    });
  });
}

// Right: whatever fails ends the file.
export function receiveAll(req: any, path: string) {
  return new Promise<void>((resolve, reject) => {
    const out = fs.createWriteStream(path);
    pipeline(req, out, (error) => (error ? reject(error) : resolve()));
  });
}

export function receiveWatched(req: any, path: string) {
  return new Promise((resolve, reject) => {
    const out = fs.createWriteStream(path);
    const fail = (error: Error) => {
      out.destroy();
      reject(error);
    };
    req.on('error', fail);
    req.on('aborted', fail);
    req.pipe(out).on('finish', resolve);
  });
}

export function receiveFinished(req: any, path: string) {
  return new Promise((resolve, reject) => {
    const out = fs.createWriteStream(path);
    finished(req, (error) => {
      if (error) out.destroy(error);
    });
    req.pipe(out).on('finish', resolve).on('error', reject);
  });
}

// Right: the caller has the stream; a process's output ends with the process; of what nobody
// listens to the process ends.
export function give(req: any, path: string) {
  const out = fs.createWriteStream(path);
  return req.pipe(out);
}

export function log(child: any, path: string) {
  return new Promise((resolve, reject) => {
    const out = fs.createWriteStream(path);
    child.stdout.pipe(out);
    out.on('finish', resolve).on('error', reject);
  });
}

export function zip(folder: string, path: string) {
  return new Promise((resolve) => {
    const out = fs.createWriteStream(path);
    const made = archiver('zip');
    out.on('close', resolve);
    made.pipe(out);
    made.directory(folder, false);
    made.finalize();
  });
}
