const knex = require('knex')({ client: 'pg' });

async function domainFor(address) {
  const known = await knex('domains').where('address', address).first();
  if (known) return known;
  const [made] = await knex('domains').insert({ address }).returning('*'); // expect: SL303
  return made;
}

async function pageFor(domain, path) {
  const known = await knex('pages').where({ domain_id: domain, path }).first();
  if (known) return known;
  const [made] = await knex('pages').insert({ domain_id: domain, path }).returning('*'); // expect: SL303
  return made;
}

async function settingCalled(name, value) {
  const known = await knex('settings').where('name', name).first();
  if (known) return known;
  const [made] = await knex('settings').insert({ name, value }).returning('*'); // expect: SL303
  return made;
}

async function firstHit(page) {
  const known = await knex('hits').where('page', page).first();
  if (known) return;
  await knex('hits').insert({ page }); // expect: SL301
}

module.exports = { domainFor, pageFor, settingCalled, firstHit };
