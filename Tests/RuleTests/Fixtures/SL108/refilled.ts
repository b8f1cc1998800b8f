// A slot that an executor fills is filled by the method that makes the promise.
import net from 'node:net';

export class Link {
  socket: any;

  open(host: string) {
    return new Promise((resolve, reject) => {
      const socket = net.connect(7000, host); // expect: SL108 "Link.open"
      this.socket = socket;
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
  }

  move(host: string) {
    return this.open(host);
  }

  close() {
    this.socket.destroy();
  }
}

export class Moved {
  socket: any;

  open(host: string) {
    return new Promise((resolve, reject) => {
      const socket = net.connect(7000, host);
      this.socket = socket;
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
  }

  move(host: string) {
    this.close();
    return this.open(host);
  }

  close() {
    this.socket.destroy();
  }
}
