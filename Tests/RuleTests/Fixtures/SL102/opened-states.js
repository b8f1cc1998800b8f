// A state of the program's own that is opened and closed is no connection; what waits for a device is.
const redis = require('redis');

const bus = redis.createClient();

function open(parser, name) {
  parser.stack.push(name);
  parser.depth = parser.stack.length;
}

function openTag(parser) {
  open(parser, parser.name);
  parser.name = '';
}

function closeTag(parser) {
  parser.stack.pop();
}

function write(parser, letter) {
  if (letter === '>') {
    openTag(parser);
    if (parser.isVoid) return parser;
  }
  if (letter === '/') closeTag(parser);
  return parser;
}

async function openGate(device) {
  await bus.publish(device, 'open');
}

async function closeGate(device) {
  await bus.publish(device, 'close');
}

async function pass(device, car) {
  await openGate(device); // expect: SL102
  if (car.isGone) return false;
  car.pass();
  await closeGate(device);
  return true;
}

async function rightPass(device, car) {
  await openGate(device);
  try {
    if (car.isGone) return false;
    car.pass();
    return true;
  } finally {
    await closeGate(device);
  }
}

module.exports = { write, pass, rightPass };
