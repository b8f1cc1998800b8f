// A method of a class makes an object of it and opens it; another one closes it.
export class Relay {
  constructor(url) {
    const socket = new WebSocket(url);
    socket.onerror = (failure) => console.error(failure.message);
    this.socket = socket;
  }

  static async connect(url) {
    const relay = new Relay(url);
    await relay.ready();
    return relay;
  }

  async ready() {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  async publish(event) {
    this.socket.send(JSON.stringify(event));
  }

  close() {
    this.socket.close();
  }
}

export async function publish(event, url) {
  const relay = await Relay.connect(url); // expect: SL101
  await relay.publish(event);
}

export async function publishSafely(event, url) {
  const relay = await Relay.connect(url);
  try {
    await relay.publish(event);
  } finally {
    relay.close();
  }
}

const relays = new Map();

export async function keep(url) {
  const relay = await Relay.connect(url);
  relays.set(url, relay);
}

export async function hand(url) {
  const relay = await Relay.connect(url);
  return relay;
}

// What is opened once and given again is not closed by those who got it.
export class Directory {
  static async open(path) {
    if (!Directory.instance) {
      Directory.instance = new Directory(path);
    }
    return Directory.instance;
  }

  constructor(path) {
    this.connection = connectTo(path);
  }

  async look(name) {
    return this.connection.get(name);
  }

  close() {
    this.connection.close();
  }
}

export async function look(path, name) {
  const directory = await Directory.open(path);
  return directory.look(name);
}
