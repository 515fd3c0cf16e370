import { type Browser, chromium } from 'playwright-core';

const FLAGS = [
  ...['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--no-first-run'],
];

/** Milliseconds that a browser without users is kept for the next one. */
const IDLE = 500;

let browser: Promise<Browser> | null = null;
let users = 0;
let idle: ReturnType<typeof setTimeout> | undefined;

/** Where Chromium is: CHROMIUM_PATH, or the place of Debian's package. */
export function chromiumPath(): string {
  return process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
}

/** One browser for all drivers of this process; every borrower returns it. */
export function borrowBrowser(): Promise<Browser> {
  clearTimeout(idle);
  users += 1;
  browser ??= chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
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
