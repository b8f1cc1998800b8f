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

// Nothing is taken before `connect`, and nobody calls that here.
async function plan(options) {
  const directory = new Directory(options);
  return directory.options.base;
}

function renderConnection(settings) {
  return { ...settings, name: settings.name.trim() };
}

class Ledger {
  constructor(settings) {
    this.settings = renderConnection(settings);
  }

  async connect() {
    this.link = openLink(this.settings);
    await this.link.ready();
  }

  async disconnect() {
    if (this.link) await this.link.close();
    this.link = null;
  }

  sum(rows) {
    return this.settings.adder.sum(rows);
  }

  async pages() {
    await this.connect();
    return this.link.pages();
  }
}

async function post(options, row) {
  const ledger = new Ledger(options);
  await ledger.connect();
  try {
    await ledger.link.post(row);
  } finally {
    await ledger.disconnect();
  }
}

async function total(options, rows) {
  const ledger = new Ledger(options);
  return await ledger.sum(rows);
}

// A method opens it on its way.
async function index(options) {
  const ledger = new Ledger(options); // expect: SL101
  return await ledger.pages();
}

module.exports = { query, load, login, loginAndLeave, watch, plan, post, total, index };
