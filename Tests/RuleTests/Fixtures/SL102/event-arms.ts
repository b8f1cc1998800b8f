// A client that tells by an event that it is connected: each arm of the callbacks must end it.
import { Client } from 'ssh2';

export function run(host: string, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const client = new Client(); // expect: SL102
    let text = '';
    client
      .once('ready', () => {
        client.exec(command, (err, stream) => {
          if (err) {
            reject(err);
            return;
          }
          stream.on('data', (data: Buffer) => {
            text += data;
          });
          stream.on('close', () => {
            client.end();
            resolve(text);
          });
        });
      })
      .on('error', reject)
      .connect({ host });
  });
}

export function open(host: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const client = new Client(); // expect: SL101
    client
      .on('ready', () => {
        client.sftp((err, sftp) => {
          if (err) return reject(err);
          resolve(sftp);
        });
      })
      .on('error', reject)
      .connect({ host });
  });
}

export function runRight(host: string, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const client = new Client();
    let text = '';
    client.on('ready', () => {
      client.exec(command, (err, stream) => {
        if (err) {
          client.end();
          return reject(err);
        }
        stream.on('data', (data: Buffer) => {
          text += data;
        });
        stream.on('close', () => {
          client.end();
          resolve(text);
        });
      });
    });
    client.on('error', reject);
    client.connect({ host });
  });
}

export function connect(host: string): Promise<Client> {
  return new Promise((resolve, reject) => {
    const client = new Client();
    client.on('ready', () => resolve(client)).on('error', reject).connect({ host });
  });
}
