// A timer that loses a race runs on: it must be kept where it can be cleared.

async function ask(url, limit) {
  const controller = new AbortController();
  const response = await Promise.race([
    fetch(url, { signal: controller.signal }),
    new Promise((_, reject) =>
      setTimeout(() => { // expect: SL101 warning
        controller.abort();
        reject(new Error('too late'));
      }, limit),
    ),
  ]);
  return response.json();
}

function within(work, limit) {
  const late = new Promise((resolve) => {
    setTimeout(() => resolve('late'), limit); // expect: SL101 note
  });
  return Promise.race([work, late]);
}

function shortly(work) {
  return Promise.race([
    work,
    new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), 15_000)), // expect: SL101 note
  ]);
}

function soon(work) {
  return Promise.race([
    work,
    new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), 10 * 1000)), // expect: SL101 note
  ]);
}

// What it does comes when the race is long won.
function soonOrStopped(work, jobs) {
  return Promise.race([
    work,
    new Promise((_, reject) =>
      setTimeout(() => { // expect: SL101 warning
        jobs.cancel();
        reject(new Error('too late'));
      }, 10 * 1000),
    ),
  ]);
}

// Cleared whatever happens.
async function cleared(work, limit) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

// It keeps no process alive.
function unreferenced(work, limit) {
  return Promise.race([
    work,
    new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), limit).unref()),
  ]);
}

// Little comes of a short one, and of one that is waited for.
function quickly(work, limit = 1_000) {
  return Promise.race([work, new Promise((_, reject) => setTimeout(reject, limit))]);
}

function soon(work) {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, 500))]);
}

const sleep = (limit) => new Promise((resolve) => setTimeout(resolve, limit));

// Whoever waits for all waits for the timer too.
function slowly(work, limit) {
  return Promise.all([work, new Promise((resolve) => setTimeout(resolve, limit))]);
}

module.exports = { ask, within, shortly, cleared, unreferenced, quickly, soon, sleep, slowly };
