import { pagePathsOf } from '../../page-paths.ts';
import type { Host, OpenPage } from '../host.ts';
import type { PlainTarget } from '../program/events.ts';
import { parsePageUrl } from '../query.ts';
import type { ShareCard, ShareEntry } from './share-card.ts';

/** WeChat waits this long for a card's promise, then takes the defaults. */
const PROMISE_LIMIT = 3000;

/** Whether the page on top offers forwarding: it has `onShareAppMessage` and did not hide the menu. */
export function canForward({ stack }: Host): boolean {
  const page = stack.top();
  return page?.handles('onShareAppMessage') === true && !page.hiddenMenus.has('shareAppMessage');
}

/** Whether it offers the timeline: that needs `onShareTimeline`, and forwarding too. */
export function canShareToTimeline(host: Host): boolean {
  const page = host.stack.top();
  const offers =
    page?.handles('onShareTimeline') === true && !page.hiddenMenus.has('shareTimeline');
  return offers && canForward(host);
}

/** A page that was just opened and can never offer what it has for the timeline is told. */
export function checkShareOffers({ ledger }: Host, page: OpenPage): void {
  if (!page.handles('onShareTimeline') || page.handles('onShareAppMessage')) return;
  ledger.breakRule('share.timeline-alone', `${page.path} has no onShareAppMessage`);
}

/**
 * Asks the page on top for its chat card. Null when the page has no `onShareAppMessage`: WeChat
 * offers no forwarding then. A button of the page forwards even where the menu is hidden.
 */
export async function askForCard(
  host: Host,
  from: 'menu' | 'button',
  target?: PlainTarget,
): Promise<ShareCard | null> {
  const page = host.stack.top();
  const offers = from === 'menu' ? canForward(host) : page?.handles('onShareAppMessage');
  if (!page || !offers) return null;
  const defaults: ShareCard = {
    title: String(page.settings().navigationBarTitleText),
    path: `/${page.path}${toQuery(page.query)}`,
    imageUrl: '',
  };
  const argument = { from, target, webViewUrl: webViewUrl(page) };
  const { promise, ...given } = toRecord(page.emit('onShareAppMessage', argument));
  const later = promise instanceof Promise ? await withinLimit(host, page, promise) : {};
  const card = { ...defaults, ...toTexts(given), ...toTexts(later) };
  checkPath(host, card.path);
  return card;
}

/** Asks the page on top for its timeline entry; null when it cannot be shared there. */
export function askForEntry(host: Host): ShareEntry | null {
  const page = host.stack.top();
  if (!page || !canShareToTimeline(host)) return null;
  const returned = toRecord(page.emit('onShareTimeline'));
  const wrong = noQuery(returned);
  if (wrong) host.ledger.breakRule('share.timeline-query', `${page.path}: ${wrong}`);
  return toEntry(page, returned);
}

/** Asks the page on top how it is kept among the favourites; every page can be, so it has defaults. */
export function askForFavorite(host: Host): ShareEntry | null {
  const page = host.stack.top();
  if (!page) return null;
  const returned = toRecord(page.emit('onAddToFavorites', { webviewUrl: webViewUrl(page) }));
  const wrong = noQuery(returned);
  if (wrong) host.ledger.breakRule('favorites.query', `${page.path}: ${wrong}`);
  return toEntry(page, returned);
}

/** `?a=1` as it arrived, still percent-encoded; empty for none. */
export function toQuery(query: Record<string, string>): string {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${value}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** What the page returned over WeChat's defaults. An empty query counts, a path never does. */
function toEntry(page: OpenPage, { title, query, imageUrl }: Record<string, unknown>): ShareEntry {
  return {
    ...{ title: String(page.settings().navigationBarTitleText), imageUrl: '' },
    ...toTexts({ title, imageUrl }),
    query: typeof query === 'string' ? query : toQuery(page.query).slice(1),
  };
}

/** What is wrong with an answer that may hold a query, and no path; empty where nothing is. */
function noQuery({ path, query }: Record<string, unknown>): string {
  if (path !== undefined) return `it returns a path, ${JSON.stringify(path)}`;
  if (query === undefined) return '';
  const isQuery = typeof query === 'string' && !/^[?/]/.test(query);
  return isQuery ? '' : `${JSON.stringify(query)} is no query`;
}

function checkPath({ ledger, options }: Host, cardPath: string): void {
  const { path } = parsePageUrl(cardPath, '');
  if (!cardPath.startsWith('/')) {
    ledger.breakRule('share.path', `${cardPath} does not begin with a slash`);
  } else if (!pagePathsOf(options.program.app).includes(path)) {
    ledger.breakRule('share.path', `${cardPath} leads to no page`);
  }
}

/** Where the page shows a web-view: the address in it. */
function webViewUrl(page: OpenPage): string | undefined {
  return page.frame.querySelector<HTMLElement>('wx-web-view')?.dataset.src;
}

async function withinLimit(
  { ledger }: Host,
  page: OpenPage,
  promise: Promise<unknown>,
): Promise<Record<string, unknown>> {
  const late = Symbol('late');
  const limit = new Promise<symbol>((resolve) => setTimeout(resolve, PROMISE_LIMIT, late));
  try {
    const answer = await Promise.race([promise, limit]);
    if (answer !== late) return toRecord(answer);
    ledger.breakRule('share.promise', `${page.path} was waited for ${PROMISE_LIMIT} ms`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    ledger.breakRule('share.promise', `${page.path} rejected it: ${reason}`);
  }
  return {};
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function toTexts({ title, path, imageUrl }: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries({ title, path, imageUrl }).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return Object.fromEntries(texts);
}
