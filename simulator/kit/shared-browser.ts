import { type Browser, chromium } from 'playwright-core';
import { chromiumPath } from './chromium-path.ts';

const FLAGS = [
  ...['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--no-first-run'],
  ...['--disable-gpu', '--disable-site-isolation-trials'],
];

/** Milliseconds that a browser without users is kept for the next one. */
const IDLE = 100;

let browser: Promise<Browser> | null = null;
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
    void closing?.then((open) => open.close());
  }, IDLE);
}
