// An interval that a later handler clears runs on where the function leaves before.
import { WebSocketServer, WebSocket } from 'ws';
import { findServer } from './servers';

const server = new WebSocketServer({ port: 80 });

server.on('connection', async (socket: WebSocket, request: { url: string }) => {
  const ping = setInterval(() => socket.ping(), 45_000); // expect: SL102
  const found = await findServer(request.url);
  if (!found.key) return;
  socket.on('close', () => clearInterval(ping));
});

export function keep(socket: WebSocket, found: { key?: string }) {
  if (!found.key) return;
  const ping = setInterval(() => socket.ping(), 45_000);
  socket.on('close', () => clearInterval(ping));
}

export function keepFirst(socket: WebSocket, found: { key?: string }) {
  const ping = setInterval(() => socket.ping(), 45_000);
  socket.on('close', () => clearInterval(ping));
  if (!found.key) return;
  socket.send(found.key);
}

export function poll(show: () => void) {
  const timer = setInterval(show, 1_000);
  return () => clearInterval(timer);
}
