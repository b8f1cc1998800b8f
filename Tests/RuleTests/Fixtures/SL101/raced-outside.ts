// The timer is made before the function that lets it race is called, and nobody can clear it.
export function limit<A, B>(work: (a: A) => Promise<B>, ms: number) {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`too late after ${ms}`)), ms); // expect: SL101 warning
  });
  return (a: A) => Promise.race([late, work(a)]);
}

// Right: it is cleared when the race is over.
export function limitWell<A, B>(work: (a: A) => Promise<B>, ms: number) {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), ms);
  });
  return (a: A) => Promise.race([late, work(a)]).finally(() => clearTimeout(timer));
}

// Right: one for the whole process.
const stopped = new Promise<never>((_, reject) => {
  setTimeout(() => reject(new Error('stopped')), 3_600_000);
});
export const untilStopped = <A>(work: Promise<A>) => Promise.race([stopped, work]);
