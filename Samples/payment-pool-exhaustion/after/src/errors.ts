export class NotFound extends Error {
  constructor(what: string) {
    super(`there is no ${what}`);
    this.name = 'NotFound';
  }
}
