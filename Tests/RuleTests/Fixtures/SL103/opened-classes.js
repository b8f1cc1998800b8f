class Store {
  async connect(url) {
    this.client = createClient(url);
    await this.client.connect();
  }

  async find(key) {
    return this.client.get(key);
  }

  async close() {
    await this.client.quit();
  }
}

async function look(url, key) {
  const store = new Store(); // expect: SL103
  await store.connect(url);
  const value = await store.find(key);
  await store.close();
  return value;
}

async function lookSafely(url, key) {
  const store = new Store();
  await store.connect(url);
  try {
    return await store.find(key);
  } finally {
    await store.close();
  }
}

module.exports = { look, lookSafely };
