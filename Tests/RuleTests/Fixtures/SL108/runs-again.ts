// What a field or a shared variable holds is lost when the function that fills it runs once more.
import Redis from 'ioredis';
import { MongoClient } from 'mongodb';
import * as net from 'net';
import WebSocket from 'ws';

// Every node that moves has it select again, and the last client goes on.
export class Feed {
  private sub: Redis | null = null;

  constructor(private nodes: { one(): { port: number }; on(event: string, f: () => void): void }) {
    this.nodes.on('moved', () => {
      if (!this.sub) return;
      this.select();
    });
  }

  private select() {
    const node = this.nodes.one();
    this.sub = new Redis({ port: node.port }); // expect: SL108 warning
    this.sub.on('error', () => {});
  }

  start() {
    this.select();
  }

  stop() {
    this.sub?.disconnect();
    this.sub = null;
  }
}

// Whoever sends before the first connection is there opens another one.
export class Link {
  private socket?: net.Socket;
  private open = false;

  private connect() {
    this.socket = new net.Socket(); // expect: SL108
    this.socket.on('connect', () => {
      this.open = true;
    });
    this.socket.connect(7000);
  }

  send(bytes: Buffer) {
    if (!this.open) this.connect();
    this.socket!.write(bytes);
  }

  end() {
    this.socket?.destroy();
  }
}

// Each change of the settings adds one more interval.
export class Beat {
  private timer?: NodeJS.Timeout;

  constructor(bus: { on(event: string, f: (ms: number) => void): void }) {
    bus.on('settings', (ms) => this.beatEvery(ms));
  }

  private beatEvery(ms: number) {
    this.timer = setInterval(() => console.log('beat'), ms); // expect: SL108
  }

  stop() {
    clearInterval(this.timer);
  }
}

// The same with closures.
export function makeLink(options: { wait?: number; socket: { isOpen: boolean; write(x: unknown): void; connect(): void } }) {
  let late: NodeJS.Timeout | undefined;

  function connect() {
    options.wait && (late = setTimeout(() => console.log('late'), options.wait)); // expect: SL108
    options.socket.connect();
  }

  function send(x: unknown) {
    options.socket.isOpen ? options.socket.write(x) : connect();
  }

  function ready() {
    clearTimeout(late);
  }

  return { send, ready };
}

// Another method has put a client there, and both may be called.
export class Store {
  private client?: MongoClient;

  async probe(url: string) {
    this.client = new MongoClient(url); // expect: SL108
    await this.client.connect();
    return true;
  }

  async init(url: string) {
    this.client = new MongoClient(url);
    await this.client.connect();
  }

  async close() {
    await this.client?.close();
  }
}

// Right: the second method ends what the first one took.
export class EndedStore {
  private client?: MongoClient;

  async probe(url: string) {
    await this.close();
    this.client = new MongoClient(url);
    await this.client.connect();
  }

  async init(url: string) {
    await this.close();
    this.client = new MongoClient(url);
    await this.client.connect();
  }

  async close() {
    await this.client?.close();
    this.client = undefined;
  }
}

// Right: it asks what is there first, itself or by who calls it.
export class Asking {
  private sub: Redis | null = null;
  private socket?: net.Socket;

  constructor(nodes: { on(event: string, f: () => void): void }) {
    nodes.on('moved', () => this.select());
    nodes.on('come', () => {
      if (!this.socket) this.connect();
    });
  }

  private select() {
    if (this.sub) return;
    this.sub = new Redis();
  }

  private connect() {
    this.socket = new net.Socket();
  }

  stop() {
    this.sub?.disconnect();
    this.sub = null;
    this.socket?.destroy();
  }
}

// Right: it ends the last one first, itself or by who calls it.
export class Ending {
  private sub: Redis | null = null;
  private timer?: NodeJS.Timeout;

  constructor(nodes: { on(event: string, f: () => void): void }) {
    nodes.on('moved', () => this.select());
    nodes.on('later', () => this.later());
  }

  private select() {
    this.stop();
    this.sub = new Redis();
  }

  private later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.select(), 50);
  }

  stop() {
    this.sub?.disconnect();
    this.sub = null;
    clearTimeout(this.timer);
  }
}

// Right: it runs when the last one has gone, when its timer has gone off, or once.
export class Following {
  private ws!: WebSocket;
  private timer?: NodeJS.Timeout;

  constructor() {
    this.poll();
  }

  connect() {
    this.ws = new WebSocket('ws://localhost');
    this.ws.on('close', () => setTimeout(() => this.connect(), 1000));
  }

  private poll() {
    console.log(this.ws?.readyState);
    this.timer = setTimeout(() => this.poll(), 100);
  }

  start() {
    this.connect();
  }

  stop() {
    this.ws.close();
    clearTimeout(this.timer);
  }
}

// Right: a flag that it sets itself, or what it counts, lets nobody in twice.
export class Counted {
  private socket?: net.Socket;
  private timer?: NodeJS.Timeout;
  private isConnecting = false;
  private listeners = new Set<() => void>();

  constructor(bus: { on(event: string, f: () => void): void }) {
    bus.on('send', () => this.connect());
    bus.on('listen', () => this.listen(() => {}));
  }

  private connect() {
    if (this.isConnecting) return;
    this.isConnecting = true;
    this.socket = new net.Socket();
  }

  private listen(listener: () => void) {
    this.listeners.add(listener);
    if (this.listeners.size === 1) {
      this.timer = setInterval(() => this.listeners.forEach((tell) => tell()), 1000);
    }
  }

  stop() {
    this.socket?.destroy();
    clearInterval(this.timer);
  }
}

// Who restarts it has not stopped it.
export class Poll {
  private timer?: NodeJS.Timeout;

  start() {
    this.timer = setInterval(() => console.log('poll'), 1000); // expect: SL108
  }

  restart() {
    this.start();
  }

  stop() {
    clearInterval(this.timer);
  }
}

// Right: it stops first.
export class RightPoll {
  private timer?: NodeJS.Timeout;

  start() {
    this.timer = setInterval(() => console.log('poll'), 1000);
  }

  restart() {
    this.stop();
    this.start();
  }

  stop() {
    clearInterval(this.timer);
  }
}
