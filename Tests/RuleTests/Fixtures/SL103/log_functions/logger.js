import { settings } from './settings.js';

function sink() {
  return settings.sinkOf('shop');
}

export function error(problem) {
  sink().write(problem);
}

export function archive(problem) {
  sink().write(problem);
}
