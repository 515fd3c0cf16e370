import type { PlainTarget } from './events.ts';
import type { Host } from './host.ts';
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
  const returned = toRecord(
    page.emit('onShareAppMessage', { from, target, webViewUrl: undefined }),
  );
  const { promise, ...given } = returned;
  const later = promise instanceof Promise ? await withinLimit(host, promise) : {};
  return { ...defaults, ...toTexts(given), ...toTexts(later) };
}

/** Asks the page on top for its timeline entry; null when it cannot be shared there. */
export function askForEntry(host: Host): ShareEntry | null {
  const page = host.stack.top();
  if (!page || !canShareToTimeline(host)) return null;
  const defaults: ShareEntry = {
    title: String(page.settings().navigationBarTitleText),
    query: toQuery(page.query).slice(1),
    imageUrl: '',
  };
  return { ...defaults, ...toTexts(toRecord(page.emit('onShareTimeline'))) };
}

async function withinLimit(
  host: Host,
  promise: Promise<unknown>,
): Promise<Record<string, unknown>> {
  const limit = new Promise<unknown>((resolve) => setTimeout(resolve, PROMISE_LIMIT, null));
  try {
    return toRecord(await Promise.race([promise, limit]));
  } catch (error) {
    host.ledger.addError('error', 'program', error);
    return {};
  }
}

function toQuery(query: Record<string, string>): string {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${value}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function toTexts(record: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(record).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return Object.fromEntries(texts);
}
