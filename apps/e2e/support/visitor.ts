import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { PASSWORD } from './client.js';

/** How long a click may take to show its effect; a machine under load is slow. */
const PATIENCE_MS = 30_000;

/** Somebody with a browser. Whatever goes wrong behind the page is noted. */
export class Visitor {
  /** Errors on the console and in scripts, requests that failed, and requests that left the site. */
  readonly troubles: string[] = [];

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
    private readonly hasScripts: boolean,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.troubles.push(`script: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // That a page is a 404, or refuses a form, is no trouble where it has to.
      const isPage = pathOf(message.location().url) === pathOf(page.url());
      if (isPage && /^Failed to load resource: .* status of 4/.test(message.text())) return;
      this.troubles.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) this.troubles.push(`left the site: ${request.url()}`);
    });
    page.on('requestfailed', (request) => {
      // What a click on a link leaves behind unfinished is cut off by the browser itself.
      const reason = request.failure()?.errorText ?? '';
      // Without JavaScript the browser refuses scripts that the page announces, as it should.
      if (!this.hasScripts && reason === 'csp') return;
      if (reason !== 'net::ERR_ABORTED') this.troubles.push(`failed: ${request.url()} ${reason}`);
    });
  }

  static async arrive(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: url,
      locale: 'en-GB',
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    });
    return new Visitor(context, await context.newPage(), url, options.javaScriptEnabled ?? true);
  }

  /** Opens a page of the site and gives the status that it came with. */
  async goTo(path: string): Promise<number> {
    const response = await this.page.goto(path);
    await this.scripted();
    return response?.status() ?? 0;
  }

  /**
   * Waits until the scripts have taken the page over, which is when they add a place for news to screen readers: what is
   * unfolded before that is folded again.
   */
  async scripted(): Promise<void> {
    if (this.hasScripts) await this.page.locator('#svelte-announcer').waitFor({ state: 'attached' });
  }

  /** Comes with the session of somebody who logged in elsewhere. */
  async resume(token: string): Promise<void> {
    await this.context.addCookies([{ name: 'peerdesk_session', value: token, url: this.url }]);
  }

  /** Creates an account on its page. */
  async register(username: string, displayName: string): Promise<void> {
    await this.goTo('/register');
    await this.fill({
      'User name': username,
      'Display name (optional)': displayName,
      'E-mail address': `${username}@example.com`,
      Password: PASSWORD,
    });
    await this.press('Create an account');
    await this.page.getByText(`Menu of ${displayName}`).waitFor({ state: 'attached' });
  }

  /** Fills in fields by their labels. */
  async fill(values: Record<string, string>): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      await this.field(label).fill(value);
    }
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true }).and(this.page.locator('input, textarea, select'));
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  link(name: string): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name });
  }

  /** The answer that this person wrote, with everything in it. */
  answerBy(name: string): Locator {
    return this.page.getByRole('article', { name: `Answer by ${name}` });
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  /** Opens what is folded away behind these words. */
  async unfold(words: string, within: Locator = this.page.locator('body')): Promise<void> {
    await within.locator('summary').filter({ hasText: words }).click();
  }

  /** Waits until the text is on the page, for people to see. */
  async reads(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
