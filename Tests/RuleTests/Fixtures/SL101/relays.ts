// Whether there is a window is asked by code that runs on servers as well.
const isServer = typeof window === 'undefined';

export async function notify(host: string, name: string) {
  const answer = await fetch(host + '/notify', { method: 'POST', body: name }); // expect: SL101 note
  if (!answer.ok) {
    const reason = await answer.json();
    throw new Error(isServer ? reason.message : 'refused');
  }
}
