// What imports a page's library runs in a page, which frees its responses itself.
import { Controller } from '@hotwired/stimulus';

export default class extends Controller {
  async load() {
    const response = await fetch(this.urlValue);
    if (!response.ok) return null;
    return response.status;
  }
}
