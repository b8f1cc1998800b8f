// A row that a handler takes back is no resource, nor is a window that is the user's.
const { Team, Channel, audit } = require('./models');

async function found(request) {
  const team = await Team.create({ name: request.body.name });
  await audit.created(request.user, team);
  try {
    await audit.bill(team);
  } catch (error) {
    await team.destroy();
    throw error;
  }
  return team.id;
}

function preview(url) {
  const opened = window.open(url);
  if (!url) {
    opened.close();
    return;
  }
  opened.focus();
}

async function tell(text) {
  const channel = await Channel.open('news'); // expect: SL103
  await audit.told(text);
  await channel.send(text);
  await channel.close();
}

module.exports = { found, preview, tell };
