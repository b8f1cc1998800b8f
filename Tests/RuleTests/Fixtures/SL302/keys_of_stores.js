const Redis = require('ioredis');

const redis = new Redis();

class Purse {
  async credit(amount) {
    let balance = await redis.get('balance:' + this.id);
    balance = Number(balance) + amount;
    await redis.set('balance:' + this.id, balance); // expect: SL302
  }

  async read() {
    return Number(await redis.get('balance:' + this.id));
  }

  async write(value) {
    await redis.set('balance:' + this.id, value);
  }

  async debit(amount) {
    let balance = await this.read();
    balance -= amount;
    await this.write(balance); // expect: SL302
  }

  async note(id, line) {
    const text = await redis.get(`lines:${id}`);
    const lines = text ? JSON.parse(text) : [];
    lines.push(line);
    await redis.set(`lines:${id}`, JSON.stringify(lines)); // expect: SL302
  }

  // Correct: the store counts.
  async count(id) {
    return redis.incrby(`count:${id}`, 1);
  }

  // Correct: what is written comes from elsewhere; a cache loses nothing.
  async cached(id, load) {
    const known = await redis.get(`page:${id}`);
    if (known) return known;
    const page = await load(id);
    await redis.set(`page:${id}`, page);
    return page;
  }

  // Correct: who writes is told if another has written.
  async creditWatched(amount) {
    await redis.watch('balance:' + this.id);
    const balance = Number(await redis.get('balance:' + this.id)) + amount;
    return redis.multi().set('balance:' + this.id, balance).exec();
  }
}

module.exports = { Purse };
