// Where a promise is settled by the ends of a pipe, and one of them stays open.
import fs from 'fs';
import axios from 'axios';
import { Readable } from 'stream';
import { spawn } from 'child_process';

export async function fromTheWeb(url: string) {
  const response = await fetch(url);
  await new Promise<void>((resolve, reject) => {
    const writer = fs.createWriteStream('/tmp/x'); // expect: SL103
    writer.on('finish', resolve);
    writer.on('error', reject);
    if (!response.body) return reject();
    Readable.fromWeb(response.body as any).pipe(writer);
  });
}

export async function inPlace(url: string) {
  const res = await axios.get(url, { responseType: 'stream' });
  await new Promise<void>((resolve, reject) => {
    res.data.pipe(fs.createWriteStream('/tmp/x')).on('close', resolve).on('error', reject); // expect: SL103
  });
}

export async function before(res: any) {
  const stream = fs.createWriteStream('/tmp/x'); // expect: SL103
  res.pipe(stream);
  return new Promise((resolve, reject) => {
    stream.on('finish', () => { stream.close(); resolve(1); });
    stream.on('error', e => { stream.close(); reject(e); });
  });
}

export async function intoSink(p: string, unzipper: any) {
  const stream = fs.createReadStream(p); // expect: SL103
  await new Promise<void>((resolve, reject) => {
    stream.pipe(unzipper.Extract({ path: '/tmp' })).on('error', (err: any) => reject(err)).on('finish', () => resolve());
  });
}

export const intoProcess = (file: string) => new Promise((resolve, reject) => {
  const p = spawn('mysql'); p.on('error', reject);
  const s = fs.createReadStream(file); s.pipe(p.stdin); // expect: SL103
  s.on('error', e => { p.stdin.destroy(); reject(e); });
  p.on('close', c => c === 0 ? resolve(c) : reject(new Error('' + c)));
});

export const ofEntries = async (file: string, got: any, tar: any) => {
  const out = fs.createWriteStream(file); // expect: SL103
  await new Promise((resolve, reject) => {
    const ex = tar.extract();
    ex.on('entry', (h: any, st: any, next: any) => { st.on('end', next); st.pipe(out); });
    got.stream.get('u').on('error', reject).pipe(ex).on('error', reject).on('finish', resolve);
  });
};

export async function watched(url: string) {
  const res = await axios.get(url, { responseType: 'stream' });
  const out = fs.createWriteStream('/tmp/x');
  await new Promise<void>((resolve, reject) => {
    res.data.on('error', (e: Error) => { out.destroy(); reject(e); });
    res.data.pipe(out).on('close', resolve).on('error', reject);
  });
}

export async function inFinally(p: string, unzipper: any) {
  const stream = fs.createReadStream(p);
  try {
    await new Promise<void>((resolve, reject) => {
      stream.pipe(unzipper.Extract({ path: '/tmp' })).on('error', (err: any) => reject(err)).on('finish', () => resolve());
    });
  } finally {
    stream.destroy();
  }
}

export async function ofTwo(a: any, b: any) {
  await new Promise<void>((resolve, reject) => {
    const one = fs.createWriteStream('/tmp/x');
    const two = fs.createWriteStream('/tmp/y');
    one.on('error', reject);
    two.on('error', reject);
    one.on('close', () => { two.end(); resolve(); });
    a.write(one);
  });
}

export async function endedAtOnce(url: string) {
  await new Promise<void>((resolve, reject) => {
    const writer = fs.createWriteStream('/tmp/x');
    writer.on('finish', resolve);
    writer.on('error', reject);
    if (!url) { writer.end(); return reject(new Error('no')); }
    writer.end(url);
  });
}

export async function rejectedAtOnce(url: string, text: string) {
  await new Promise<void>((resolve, reject) => {
    const writer = fs.createWriteStream('/tmp/x'); // expect: SL102
    writer.on('finish', resolve);
    writer.on('error', reject);
    if (!url) { reject(new Error('no')); return; }
    writer.write(text);
    writer.end(url);
  });
}
