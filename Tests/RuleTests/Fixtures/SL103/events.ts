import { createServer } from 'node:http';
import { once } from 'node:events';
import { Client } from 'ssh2';
import WebSocket from 'ws';

// To wait for one event gives nothing away.
export async function ask(url: string, text: string) {
  const socket = new WebSocket(url); // expect: SL103
  await once(socket, 'open');
  socket.send(text);
  const [answer] = await once(socket, 'message');
  socket.close();
  return answer;
}

export async function askSafely(url: string, text: string) {
  const socket = new WebSocket(url);
  try {
    await once(socket, 'open');
    socket.send(text);
    const [answer] = await once(socket, 'message');
    return answer;
  } finally {
    socket.close();
  }
}

export async function signIn(port: number, visit: (port: number) => Promise<string>) {
  const server = createServer((request, response) => response.end('You may close this page.'));
  server.listen(port); // expect: SL103
  const code = await visit(port);
  server.close();
  return code;
}

export async function signInSafely(port: number, visit: (port: number) => Promise<string>) {
  const server = createServer((request, response) => response.end('You may close this page.'));
  server.listen(port);
  try {
    return await visit(port);
  } finally {
    server.close();
  }
}

export class Files {
  constructor(private readonly shell: Client) {}

  private session(): Promise<any> {
    return new Promise((resolve, reject) => {
      this.shell.sftp((error, session) => (error ? reject(error) : resolve(session)));
    });
  }

  async put(from: string, to: string) {
    const session = await this.session(); // expect: SL101
    await new Promise<void>((resolve, reject) => {
      session.fastPut(from, to, (error: Error | null) => (error ? reject(error) : resolve()));
    });
  }

  async putSafely(from: string, to: string) {
    const session = await this.session();
    try {
      await new Promise<void>((resolve, reject) => {
        session.fastPut(from, to, (error: Error | null) => (error ? reject(error) : resolve()));
      });
    } finally {
      session.end();
    }
  }
}
