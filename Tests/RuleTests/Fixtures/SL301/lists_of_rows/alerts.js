// A list that a row has is searched by a function, which asks no database.
const db = require('./models');

class Alerts {
  async link(id, channels) {
    const alert = await db.Alert.findByPk(id, { include: [db.Channel] });
    channels.forEach((channel) => {
      const known = alert.Channels.find((one) => one.id === channel.id);
      if (known) {
        db.Channel.update({ name: channel.name }, { where: { id: known.id } });
      } else {
        db.Channel.create({ alert_id: alert.id, name: channel.name });
      }
    });
  }

  async linkOne(id, name) {
    const known = await db.Channel.findOne({ where: { alert_id: id, name } });
    if (!known) {
      await db.Channel.create({ alert_id: id, name }); // expect: SL301
    }
  }
}

module.exports = Alerts;
