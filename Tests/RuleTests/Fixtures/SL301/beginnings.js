// A chain that begins with a function of the project.
const knex = require('knex')({ client: 'pg' });

const members = () => knex('members');
function seats() {
  return knex('seats');
}

exports.join = async (email) => {
  const known = await members().where({ email }).first();
  if (known) throw new Error('known');
  await members().insert({ email }); // expect: SL301
};

const guests = () => knex('guests');

exports.comeOnce = async (badge) => {
  const known = await guests().where({ badge }).first();
  if (known) throw new Error('known');
  await guests().insert({ badge }).onConflict('badge').ignore();
};

exports.take = async (row) => {
  const seat = await seats().where({ row }).first();
  if (seat.left < 1) throw new Error('full');
  await seats().where({ row }).update({ left: seat.left - 1 }); // expect: SL302
};

// Other rows.
exports.seat = async (email, row) => {
  const known = await members().where({ email }).first();
  if (!known) await seats().insert({ row });
};
