import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumPath } from './chromium-path.ts';

const FLAGS = [
  ...['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--no-first-run'],
  ...['--disable-gpu', '--disable-site-isolation-trials'],
  // A new process for each page has to compile the simulator anew, which takes longer than most tests.
  '--renderer-process-limit=1',
];

/** Milliseconds that a browser without users is kept for the next one. */
const IDLE = 100;

let browser: Promise<Browser> | null = null;
/** By pixels of the screen a px of the page; each with an empty page, which keeps its process alive. */
let contexts = new Map<number, Promise<BrowserContext>>();
let users = 0;
let idle: ReturnType<typeof setTimeout> | undefined;

/**
 * One browser for all drivers of this process; every borrower returns it. Throws when there is no
 * Chromium.
 */
export function borrowBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('No Chromium on PATH: install it or set CHROMIUM_PATH');
  clearTimeout(idle);
  users += 1;
  browser ??= chromium.launch({ executablePath, args: FLAGS });
  return browser;
}

/** The last one to return it lets it close, unless another borrows it soon. */
export function returnBrowser(): void {
  users -= 1;
  if (users > 0) return;
  idle = setTimeout(() => {
    const closing = browser;
    browser = null;
    contexts = new Map();
    void closing?.then((open) => open.close());
  }, IDLE);
}

/** A new page in a context that it shares with others: what it stores is its own as long as its origin is. */
export async function openPage(
  open: Browser,
  screen: { width: number; height: number; scale: number },
): Promise<Page> {
  const context = contexts.get(screen.scale) ?? makeContext(open, screen.scale);
  contexts.set(screen.scale, context);
  const page = await (await context).newPage();
  await page.setViewportSize({ width: screen.width, height: screen.height });
  return page;
}

async function makeContext(open: Browser, scale: number): Promise<BrowserContext> {
  const context = await open.newContext({ deviceScaleFactor: scale });
  await context.newPage();
  return context;
}
