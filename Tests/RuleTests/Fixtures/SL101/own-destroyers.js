// An own class that connects when it is first asked, and ends by a name that rows have as well.
const { MongoClient } = require('mongodb');

class Archive {
  constructor(url) {
    this.url = url;
    this.client = null;
  }

  async connect() {
    this.client = await MongoClient.connect(this.url);
  }

  async find(query) {
    if (!this.client) await this.connect();
    return this.client.db('archive').collection('items').find(query).toArray();
  }

  async destroy() {
    if (this.client) {
      await this.client.close(true);
      this.client = null;
    }
  }
}

async function first(url, query) {
  const archive = new Archive(url); // expect: SL101
  const items = await archive.find(query);
  return items[0];
}

async function count(url, query) {
  const archive = new Archive(url);
  try {
    return (await archive.find(query)).length;
  } finally {
    await archive.destroy();
  }
}

async function all(url, query) {
  const archive = new Archive(url);
  try {
    return await archive.find(query);
  } finally {
    await archive.destroy();
  }
}

module.exports = { all, count, first };
