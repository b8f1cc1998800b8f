// `fetch` given by its name to what calls it: the response is the caller's to read.
export class Tracer {
  constructor(private queue: { call: Function }) {}

  async persist(url: string, run: unknown) {
    const response = await this.queue.call(fetch, url, { body: JSON.stringify(run) }); // expect: SL101 note
    if (!response.ok) {
      throw new Error(await response.text());
    }
  }

  async load(url: string) {
    const response = await this.queue.call(fetch, url);
    if (!response.ok) {
      throw new Error(await response.text());
    }
    return response.json();
  }
}
