import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import type { Control } from '../host/control.ts';
import { type Direction, HOLD, swipeDistance } from '../host/hand/hand.ts';
import type { Target } from '../host/hand/target.ts';
import { STORED_KEY, toStoredText } from '../host/phone/storage.ts';
import type { LedgerSnapshot } from '../record/ledger.ts';
import { createSimulatorHandler } from '../server.ts';
import type { Driver, LaunchSettings } from './driver.ts';
import { borrowBrowser, openPage, returnBrowser } from './shared-browser.ts';
import { type ControlMethod, SharedDriver, toPhoneOptions } from './shared-driver.ts';

/** The phone's page has started its program, or said why not, and is not about to be left. */
const RUNNING = 'html:is([data-started], [data-failed]):not([data-leaving])';
/** What an evaluation ends with when its document is left, or is not there yet. */
const LEFT = /context was destroyed|simulatorControl is not defined/;
const SCREEN = { width: 375, height: 812, scale: 1 };

/** A driver of a phone that stands in a real document, into which the audit puts its own scripts. */
export type BrowserDriver = Driver & {
  /** Everything noted so far. */
  records(): Promise<LedgerSnapshot>;
  /** Runs a script in the phone's document. */
  addScript(source: string): Promise<void>;
  /** Evaluates an expression there; what it gives, or promises, comes back as plain data. */
  evaluate<T>(expression: string): Promise<T>;
};

/**
 * Starts a build in a page of Chromium, served by a server of its own. One browser serves all
 * drivers that are open at a time. Throws when Chromium is not there or the phone does not start.
 */
export async function launchInChromium(settings: LaunchSettings): Promise<BrowserDriver> {
  const browser = await borrowBrowser();
  const server = await serve(settings);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const page = await openPage(browser, { ...SCREEN, ...settings.screen });
  const stored = JSON.stringify([STORED_KEY, toStoredText(settings.storage ?? {})]);
  const preset = JSON.stringify(toPhoneOptions(settings));
  // Once: what the program keeps is still there when it is opened cold.
  await page.addInitScript(`if (localStorage.length === 0) localStorage.setItem(...${stored});
    globalThis.simulatorPreset = ${preset};`);
  const driver = new ChromiumDriver(server, origin, page);
  await page.goto(`${origin}/?bare=1`);
  await page.waitForSelector(RUNNING);
  const failed = await page.getAttribute('html', 'data-failed');
  if (failed !== null) {
    await driver.close();
    throw new Error(failed);
  }
  return driver;
}

class ChromiumDriver extends SharedDriver implements BrowserDriver {
  readonly #server: Server;
  readonly #origin: string;
  readonly #page: Page;

  constructor(server: Server, origin: string, page: Page) {
    super();
    this.#server = server;
    this.#origin = origin;
    this.#page = page;
  }

  override async screenshot(file: string) {
    await this.#page.screenshot({ path: file });
  }

  records() {
    return this.call('records');
  }

  async addScript(source: string) {
    await this.#page.addScriptTag({ content: source });
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.#page.evaluate<T>(expression);
  }

  override async close() {
    if (this.#page.isClosed()) return;
    try {
      // Another phone may get the same port, and may not find what this one kept.
      const session = await this.#page.context().newCDPSession(this.#page);
      const all = { origin: this.#origin, storageTypes: 'all' };
      await session.send('Storage.clearDataForOrigin', all);
      await this.#page.close();
    } finally {
      returnBrowser();
    }
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  protected override async call<Name extends ControlMethod>(
    name: Name,
    ...args: Parameters<Control[Name]>
  ): Promise<Awaited<ReturnType<Control[Name]>>> {
    const expression = `simulatorControl.${name}(...${JSON.stringify(args)})`;
    try {
      return (await this.#page.evaluate(expression)) as Awaited<ReturnType<Control[Name]>>;
    } catch (error) {
      // By its words: the browser's driver may have come from another realm.
      if (!LEFT.test(String(error))) throw error;
      // A wait that a cold start has cut off goes on in the new document.
      await this.#page.waitForSelector(RUNNING);
      return this.call(name, ...args);
    }
  }

  protected override async tapNow(target: Target) {
    const point = await this.call('locate', target);
    if (!point) return false;
    await this.#page.mouse.click(point.x, point.y);
    // The tap may have opened the program cold, which loads the page anew.
    await this.#page.waitForSelector(RUNNING);
    return true;
  }

  protected override async longPressNow(target: Target) {
    const point = await this.call('locate', target);
    if (point) await this.#page.mouse.click(point.x, point.y, { delay: HOLD });
    return point !== null;
  }

  protected override async swipeNow(target: Target, direction: Direction) {
    const point = await this.call('locate', target);
    if (!point) return false;
    const { dx, dy } = swipeDistance(direction);
    await this.#page.mouse.move(point.x, point.y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(point.x + dx, point.y + dy, { steps: 4 });
    await this.#page.mouse.up();
    return true;
  }

  protected override async typeNow(text: string) {
    await this.#page.keyboard.type(text);
    return true;
  }
}

async function serve({ distDir, hosts }: LaunchSettings): Promise<Server> {
  const handle = createSimulatorHandler({ distDir, hosts });
  const server = createServer((req, res) => {
    void handle(req, res).then((served) => {
      if (!served) res.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
