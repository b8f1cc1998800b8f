// Methods that a schema gives its rows: what they are called on was read before.
const mongoose = require('mongoose');
const S = new mongoose.Schema({ quantity: Number, reserved: Number });
S.methods.incrementStock = async function (quantity) {
  this.quantity += quantity; 
  await this.save(); // expect: SL302
  return this;
};
S.methods.releaseStock = async function (quantity) {
  this.reserved = Math.max(0, this.reserved - quantity);
  await this.save(); // expect: SL302
};
S.method("sell", async function (n) {
  if (this.quantity < n) throw new Error("none left");
  this.quantity -= n;
  await this.save(); // expect: SL302
});
S.methods.rename = async function (name) {
  this.name = name;
  await this.save();
};
S.methods.total = function () {
  this.sum = this.quantity + this.reserved;
  return this.sum;
};
S.pre('save', function (next) {
  this.revision += 1;
  next();
});
const counter = { save() {}, n: 0, async bump() { this.n += 1; await this.save(); } };
module.exports = mongoose.model('W', S);
