// A helper that opens transactions has many callers, and each is seen.
const knex = require('knex')({ client: 'pg' });

function together(work) {
  return knex.transaction((t) => work(t));
}

function keepShelf(code) {
  return together(async (t) => {
    const known = await t('shelf').where({ code }).first();
    if (known) return;
    await t('shelf').insert({ code }); // expect: SL301
  });
}

function keepCrate(code) {
  return together(async (t) => {
    const known = await t('crate').where({ code }).first();
    if (known) return;
    await t('crate').insert({ code }); // expect: SL301
  });
}

function keepLamp(code) {
  return together(async (t) => {
    const known = await t('lamp').where({ code }).first();
    if (known) return;
    await t('lamp').insert({ code }); // expect: SL301
  });
}

function keepStool(code) {
  return together(async (t) => {
    const known = await t('stool').where({ code }).first();
    if (known) return;
    await t('stool').insert({ code }); // expect: SL301
  });
}

function keepKettle(code) {
  return together(async (t) => {
    const known = await t('kettle').where({ code }).first();
    if (known) return;
    await t('kettle').insert({ code }); // expect: SL301
  });
}

function keepCandle(code) {
  return together(async (t) => {
    const known = await t('candle').where({ code }).first();
    if (known) return;
    await t('candle').insert({ code }); // expect: SL301
  });
}

function keepBasket(code) {
  return together(async (t) => {
    const known = await t('basket').where({ code }).first();
    if (known) return;
    await t('basket').insert({ code }); // expect: SL301
  });
}

function keepMirror(code) {
  return together(async (t) => {
    const known = await t('mirror').where({ code }).first();
    if (known) return;
    await t('mirror').insert({ code }); // expect: SL301
  });
}

function keepBlanket(code) {
  return together(async (t) => {
    const known = await t('blanket').where({ code }).first();
    if (known) return;
    await t('blanket').insert({ code }); // expect: SL301
  });
}

function keepDrawer(code) {
  return together(async (t) => {
    const known = await t('drawer').where({ code }).first();
    if (known) return;
    await t('drawer').insert({ code }); // expect: SL301
  });
}

function keepCarpet(code) {
  return together(async (t) => {
    const known = await t('carpet').where({ code }).first();
    if (known) return;
    await t('carpet').insert({ code }); // expect: SL301
  });
}

function keepCurtain(code) {
  return together(async (t) => {
    const known = await t('curtain').where({ code }).first();
    if (known) return;
    await t('curtain').insert({ code }); // expect: SL301
  });
}

function keepCushion(code) {
  return together(async (t) => {
    const known = await t('cushion').where({ code }).first();
    if (known) return;
    await t('cushion').insert({ code }); // expect: SL301
  });
}

function keepLadder(code) {
  return together(async (t) => {
    const known = await t('ladder').where({ code }).first();
    if (known) return;
    await t('ladder').insert({ code }); // expect: SL301
  });
}

function keepHammer(code) {
  return together(async (t) => {
    const known = await t('hammer').where({ code }).first();
    if (known) return;
    await t('hammer').insert({ code }); // expect: SL301
  });
}

function keepBucket(code) {
  return together(async (t) => {
    const known = await t('bucket').where({ code }).first();
    if (known) return;
    await t('bucket').insert({ code }); // expect: SL301
  });
}

function keepMug(code) {
  return together(async (t) => {
    const known = await t('mug').where({ code }).first();
    if (known) return;
    await t('mug').insert({ code }); // expect: SL301
  });
}

function keepTray(code) {
  return together(async (t) => {
    const known = await t('tray').where({ code }).first();
    if (known) return;
    await t('tray').insert({ code }); // expect: SL301
  });
}

function keepSpoon(code) {
  return together(async (t) => {
    const known = await t('spoon').where({ code }).first();
    if (known) return;
    await t('spoon').insert({ code }); // expect: SL301
  });
}

function keepWhisk(code) {
  return together(async (t) => {
    const known = await t('whisk').where({ code }).first();
    if (known) return;
    await t('whisk').insert({ code }); // expect: SL301
  });
}

module.exports = {
  keepShelf,
  keepCrate,
  keepLamp,
  keepStool,
  keepKettle,
  keepCandle,
  keepBasket,
  keepMirror,
  keepBlanket,
  keepDrawer,
  keepCarpet,
  keepCurtain,
  keepCushion,
  keepLadder,
  keepHammer,
  keepBucket,
  keepMug,
  keepTray,
  keepSpoon,
  keepWhisk,
};
