const { Pool } = require("pg");
const { gone, pause } = require("./launcher");
const pool = new Pool();
exports.lost = async (child) => {
  const client = await pool.connect(); // expect: SL103
  await gone(child);
  client.release();
};
exports.kept = async () => {
  const client = await pool.connect();
  await pause();
  client.release();
};
