async function connectTo(driver, options) {
  const handle = await driver.dial(options);
  return handle;
}

async function query(driver, options, shared) {
  const handle = shared || (await connectTo(driver, options));
  try {
    return await handle.ask('rows');
  } finally {
    if (!shared) await driver.close(handle);
  }
}

async function load(driver, options, shared) {
  const handle = shared || (await connectTo(driver, options)); // expect: SL101
  return handle.ask('file');
}

class Directory {
  constructor(options) {
    this.options = options;
  }

  async connect() {
    this.client = createClient(this.options);
    await this.client.bind();
  }

  async disconnect() {
    await this.client.unbind();
  }

  async search(filter) {
    return this.client.search(filter);
  }
}

async function login(options, user) {
  const directory = new Directory(options); // expect: SL101
  await directory.connect();
  return (await directory.search(user))[0];
}

async function loginAndLeave(options, user) {
  const directory = new Directory(options);
  await directory.connect();
  try {
    return (await directory.search(user))[0];
  } finally {
    await directory.disconnect();
  }
}

async function watch(options, report) {
  const directory = new Directory(options);
  await directory.connect();
  directory.on('change', report);
}

module.exports = { query, load, login, loginAndLeave, watch };
