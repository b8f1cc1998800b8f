// A method of a timer is there, whatever stands behind `?.`.

function stop(server, flush) {
  const force = setTimeout(() => process.exit(1), 5_000);
  force.unref?.();
  return flush(server).then(() => clearTimeout(force));
}

module.exports = { stop };
