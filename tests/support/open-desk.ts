import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { BuildWatch } from '../../simulator/build-watch.ts';
import { borrowBrowser, returnBrowser } from '../../simulator/kit/shared-browser.ts';
import type { MessageSource } from '../../simulator/messages.ts';
import { createSimulatorHandler } from '../../simulator/server.ts';

/** A wait for the page lasts at most this long, in ms. */
const LIMIT = 30_000;

export type Desk = {
  page: Page;
  phone: FrameLocator;
  /** What the page itself has thrown. */
  faults: string[];
};

export type DeskServer = {
  build: BuildWatch;
  /** Opens the page for people as somebody who was never here; `search` as in its address. */
  open: (search?: string) => Promise<Desk>;
  /** Opens it once more, in the same browser window's storage. */
  openAgain: (desk: Desk, search?: string) => Promise<Desk>;
  /** Closes every page that is open. */
  closePages: () => Promise<void>;
  close: () => Promise<void>;
};

/** Serves the page for people with a small program, and messages where a source is given, for a test in Chromium. */
export async function serveDesk(distDir: string, messages?: MessageSource): Promise<DeskServer> {
  const browser = await borrowBrowser();
  const build = new BuildWatch(distDir);
  const handle = createSimulatorHandler({
    distDir,
    hosts: {},
    build,
    ...(messages && { messages }),
  });
  const server = createServer((req, res) => {
    void handle(req, res).then((served) => {
      if (!served) res.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const contexts: BrowserContext[] = [];
  const closePages = async () => {
    for (const context of contexts.splice(0)) await context.close();
  };
  const openIn = async (context: BrowserContext, search: string): Promise<Desk> => {
    const page = await context.newPage();
    page.setDefaultTimeout(LIMIT);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${origin}/${search}`);
    const phone = page.frameLocator('#screen');
    await phone.locator('html[data-started]').waitFor();
    return { page, phone, faults };
  };
  return {
    build,
    open: async (search = '') => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      contexts.push(context);
      return openIn(context, search);
    },
    openAgain: ({ page }, search = '') => openIn(page.context(), search),
    closePages,
    close: async () => {
      await closePages();
      returnBrowser();
      build.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
