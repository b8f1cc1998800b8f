// Repositories that nobody sees: the names of their methods say what is asked by.
async function register(req, wanted) {
  const { models } = req;
  const known = await models.visitors.findOneByEmail(wanted.email);
  if (known) return known;
  return models.visitors.create({ ...wanted }); // expect: SL303
}

async function badge(req, wanted) {
  const { models } = req;
  const known = await models.visitors.findOneByBadge(wanted.badge);
  if (known) return known;
  return models.visitors.create({ ...wanted }); // expect: SL301
}

module.exports = { register, badge };
