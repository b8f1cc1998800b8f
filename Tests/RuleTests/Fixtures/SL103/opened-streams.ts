// A stream is held until somebody reads it, and what it is piped to until its source has ended.
import fs from "fs";
export async function write(pathname: string, stream) {
  return new Promise((resolve, reject) => {
    stream.pipe(fs.createWriteStream(pathname)).on("error", reject).on("finish", resolve); // expect: SL103
  });
}
export async function write2(pathname: string, stream) {
  return new Promise((resolve, reject) => {
    const out = fs.createWriteStream(pathname); // expect: SL103
    stream.pipe(out);
    out.on("error", reject).on("finish", resolve);
  });
}
export async function write3(pathname: string, stream) {
  return new Promise((resolve, reject) => {
    const out = fs.createWriteStream(pathname); // expect: SL103
    stream.pipe(out).on("error", reject).on("finish", resolve);
  });
}
export async function write4(pathname: string, stream) {
  return new Promise((resolve, reject) => {
    const out = fs.createWriteStream(pathname); // expect: SL103
    stream.on("error", reject);
    stream.pipe(out).on("error", reject).on("finish", resolve);
  });
}
export function b(str, dest) { return new Promise((res, rej) => {
      const writer = fs.createWriteStream(dest) // expect: SL103
      str.on('error', er => writer.emit('error', er))
      writer.on('error', er => rej(er)); writer.on('close', () => res(1))
      str.pipe(writer)
    }) }
export async function write6(pathname: string, stream) {
  return new Promise((resolve, reject) => {
    const out = fs.createWriteStream(pathname);
    stream.on("error", (e) => { out.destroy(); reject(e); });
    stream.pipe(out).on("error", reject).on("finish", resolve);
  });
}
export async function go2(a: string, b: string) {
  const s2 = fs.createReadStream(b); // expect: SL103
  await fetch("http://x");
  s2.pipe(process.stdout);
}
async function translate(s, loc) { return new Promise((res, rej) => { s.on("error", rej); s.on("end", res); s.on("data", () => {}); }); }
export async function go3(a: string, b: string) {
  const s2 = fs.createReadStream(b); // expect: SL103
  await fetch("http://x");
  await translate(s2, 1);
}
export async function go4(a: string, b: string) {
  await fetch("http://x");
  const s2 = fs.createReadStream(b);
  await translate(s2, 1);
}
export async function go5(a: string, b: string) {
  const s2 = fs.createReadStream(b);
  const response = await fetch("http://x", { method: "PUT", body: compute(await thing(a)) });
  return response.ok ? s2 : null;
}
export async function go6(a: string, b: string) {
  const s2 = fs.createReadStream(b);
  s2.on("error", log);
  const form = new FormData();
  form.append("file", s2);
  await send(form);
}
export async function go7(a: string, b: string) {
  const s2 = fs.createReadStream(b);
  const r = await s3.upload({ Body: s2 });
  return r;
}
export async function go8(a: string, b: string) {
  const s2 = fs.createReadStream(b); // expect: SL103
  const size = await measure(a);
  return await s3.upload({ Body: s2, size });
}
export async function go9(a: string, b: string) {
  const s2 = fs.createReadStream(b);
  try {
    const size = await measure(a);
    return await s3.upload({ Body: s2, size });
  } finally { s2.destroy(); }
}
export async function go10(a: string, b: string) {
  for await (const line of readline.createInterface({ input: fs.createReadStream(a) })) await put(line);
  const rl = readline.createInterface({ input: fs.createReadStream(a) });
  await put(a);
  for await (const line of rl) await put(line);
}
