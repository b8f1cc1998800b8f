// `data` is a column here, and no object of columns.
async function invite(request, response) {
  const { models, body } = request;
  let member = await models.members.findOneByEmail(body.email);
  if (!member) {
    member = await models.members.create({ // expect: SL303 unique by email
      email: body.email,
      data: body.data,
    });
  }
  return response.json(member);
}

async function join(request, response) {
  const { models, body } = request;
  let member = await models.members.findOne({ where: { email: body.email } });
  if (!member) {
    member = await models.members.create({ email: body.email }); // expect: SL303 unique by email
  }
  return response.json(member);
}

// Two visitors of one name are two members: nothing keeps these apart.
async function visit(request, response) {
  const { models, body } = request;
  let member = await models.members.findOneByNick(body.nick);
  if (!member) {
    member = await models.members.create({ nick: body.nick }); // expect: SL301
  }
  return response.json(member);
}

// What is spread came with the request.
async function signIn(request, response) {
  const { models, user } = request;
  let member = await models.members.findOneByEmail(user.email);
  if (!member) {
    member = await models.members.create({ ...user }); // expect: SL303 unique by email
  }
  return response.json(member);
}

module.exports = { invite, join, visit, signIn };
