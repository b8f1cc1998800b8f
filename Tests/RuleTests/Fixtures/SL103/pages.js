// A page is not closed before its browser, and that lives on: in a field, or with the caller.
const puppeteer = require('puppeteer');

class Renderer {
  constructor(browser) {
    this.browser = browser;
  }

  async open(url) {
    const page = await this.browser.newPage(); // expect: SL103
    // What a page is asked rejects: its event of an error is another matter.
    page.on('error', () => this.close(page));
    await page.goto(url);
    return page;
  }

  async openWell(url) {
    const page = await this.browser.newPage();
    try {
      await page.goto(url);
    } catch (error) {
      await this.close(page);
      throw error;
    }
    return page;
  }

  async close(page) {
    if (page && !page.isClosed()) await page.close();
  }

  async text(url) {
    const page = await this.openWell(url);
    try {
      return await page.content();
    } finally {
      await this.close(page);
    }
  }
}

async function create() {
  return new Renderer(await puppeteer.launch());
}

// The browser ends here, and its pages with it.
async function once(url) {
  const browser = await puppeteer.launch();
  try {
    const page = await browser.newPage();
    await page.goto(url);
    return await page.content();
  } finally {
    await browser.close();
  }
}

module.exports = { create, once };
