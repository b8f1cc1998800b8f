// A page frees its responses itself; a server waits for whoever reads them.
export async function signIn(name: string) {
  const answer = await fetch('/sign-in', { method: 'POST', body: name });
  if (!answer.ok) {
    const reason = await answer.json();
    throw new Error(reason.message);
  }
  window.location.href = '/home';
}

export async function signOut() {
  const answer = await fetch('/sign-out', { method: 'POST' });
  if (!answer.ok) {
    const reason = await answer.json();
    throw new Error(reason.message);
  }
}
