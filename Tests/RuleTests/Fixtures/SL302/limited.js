// What is written may be cut to a limit, rounded or made a text on the way.
const mongoose = require('mongoose');
const Item = mongoose.model('Item', new mongoose.Schema({ stock: Number }));
exports.a = async (id, n) => {
  const item = await Item.findById(id);
  item.stock = Math.max(0, item.stock - n);
  await item.save(); // expect: SL302
};
exports.b = async (id, n) => {
  const item = await Item.findById(id);
  item.stock = (item.stock || 0) - n;
  await item.save(); // expect: SL302
};
exports.c = async (id, n) => {
  const item = await Item.findById(id);
  item.stock = Number(item.stock) - Number(n);
  await item.save(); // expect: SL302
};
exports.d = async (id, n) => {
  const item = await Item.findById(id);
  item.stock = parseFloat((item.stock + n).toFixed(2));
  await item.save(); // expect: SL302
};
exports.e = async (id, n) => {
  const item = await Item.findById(id);
  const left = item.stock - n;
  item.stock = left < 0 ? 0 : left;
  await item.save(); // expect: SL302
};
exports.f = async (id, n) => {
  await Item.updateOne({ _id: id }, { stock: Math.max(0, (await Item.findById(id)).stock - n) }); // expect: SL302
};
