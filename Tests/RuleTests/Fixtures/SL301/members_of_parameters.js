// All repositories come in one object; each of its members is another table.

async function signUp(models, email) {
  const user = await models.users.findOneByEmail(email);
  if (user) throw new Error('is taken');
  return models.users.create({ email }); // expect: SL301
}

async function grant(models, id, connection) {
  const user = await models.users.findOneById(id);
  if (!user) throw new Error('is not there');
  return models.grants.create({ user: user.id, connection });
}

async function handle(request, response) {
  const { models } = request;
  const user = await models.users.findOneById(request.body.id);
  if (!user) return response.refuse();
  return response.give(await models.grants.create({ user: user.id }));
}

module.exports = { signUp, grant, handle };
