import { EventEmitter } from 'node:events';
import express from 'express';
import { WebSocketServer } from 'ws';

const app = express();
const bus = new EventEmitter();
const server = new WebSocketServer({ port: 80 });

app.get('/news', (request, response) => {
  bus.on('news', (item) => response.write(item)); // expect: SL101
});

app.get('/news-once', (request, response) => {
  bus.once('news', (item) => response.end(item));
});

app.get('/news-while-there', (request, response) => {
  const send = (item: string) => response.write(item);
  bus.on('news', send);
  request.on('close', () => bus.off('news', send));
});

app.get('/beat', (request, response) => {
  setInterval(() => response.write(':'), 15_000); // expect: SL101
});

app.get('/beat-while-there', (request, response) => {
  const timer = setInterval(() => response.write(':'), 15_000);
  request.on('close', () => clearInterval(timer));
});

app.get('/upload', (request, response) => {
  request.on('data', (part) => response.write(part));
});

server.on('connection', (socket) => {
  setInterval(() => socket.ping(), 30_000); // expect: SL101
  socket.on('message', (text) => socket.send(text));
});

server.on('connection', (socket) => {
  const timer = setInterval(() => socket.ping(), 30_000);
  socket.on('close', () => clearInterval(timer));
});

export function routes(router: express.Router, prices: EventEmitter) {
  router.get('/prices', (request, response) => {
    prices.on('price', (price) => response.write(price)); // expect: SL101
  });
}
