// An object that is returned with its end: who calls that on one way must do so on the others.
function limit(ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  return { signal: controller.signal, cleanup: () => clearTimeout(timer) };
}

export async function load(url: string, parse: (text: string) => unknown) {
  const limited = limit(60_000); // expect: SL103
  const response = await fetch(url, { signal: limited.signal });
  const text = await response.text();
  limited.cleanup();
  return parse(text);
}

export async function loadRight(url: string) {
  const { signal, cleanup } = limit(60_000);
  try {
    const response = await fetch(url, { signal });
    return await response.text();
  } finally {
    cleanup();
  }
}

export async function loadLoosely(url: string) {
  const { signal } = limit(60_000);
  const response = await fetch(url, { signal });
  return response.text();
}

const jobs = new Map<string, { limited?: unknown }>();

function note(id: string, more: { limited?: unknown }) {
  const job = jobs.get(id);
  if (job) Object.assign(job, more);
}

export async function start(id: string, url: string) {
  const limited = limit(60_000);
  note(id, { limited });
  await fetch(url, { signal: limited.signal });
  limited.cleanup();
}
