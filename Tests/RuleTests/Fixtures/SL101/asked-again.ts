// What is asked for again and ended then was there before.
import { framed } from "framed-streams";
export async function first(socket) {
  const link = framed(socket);
  const stream = link.unwrap();
  try { await copy(stream); } finally { await stream.close(); }
}
export async function second(socket) {
  const link = framed(socket);
  const stream = link.unwrap();
  try { await send(stream); } finally { await stream.close(); }
}
export async function third(socket) {
  const link = framed(socket);
  const stream = link.unwrap();
  try { await read(stream); } finally { await stream.close(); }
}
export async function fourth(socket) {
  const link = framed(socket);
  const stream = link.unwrap(); // expect: SL101
  await copy(stream);
}
export async function fifth(socket) {
  const link = framed(socket);
  try {
    const stream = link.unwrap();
    await copy(stream);
  } finally {
    await link.unwrap().close();
  }
}
