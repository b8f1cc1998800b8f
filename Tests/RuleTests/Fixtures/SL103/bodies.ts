import { send } from './api';

// The body of a response is read, or its connection waits for the collector.
export async function publish(text: string) {
  const response = await send('/publish', text); // expect: SL101
  if (!response.ok) {
    throw new Error(await response.text());
  }
}

export async function publishAndLook(text: string) {
  const response = await fetch('https://hub.example/publish', { method: 'POST', body: text }); // expect: SL102
  if (text.length > 5) {
    return response.json();
  }
  return null;
}

export async function publishAndRead(text: string) {
  const response = await send('/publish', text);
  const body = await response.text();
  if (!response.ok) throw new Error(body);
}

export async function read() {
  const response = await fetch('https://hub.example/messages');
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

export async function passOn(pass: (body: unknown) => Promise<void>) {
  const response = await fetch('https://hub.example/messages');
  if (!response.ok) throw new Error(await response.text());
  return pass(response.body);
}
