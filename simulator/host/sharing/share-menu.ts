import { element } from '../element.ts';
import type { Host } from '../host.ts';
import type { PlainTarget } from '../program/events.ts';
import { cutPageUrl } from '../query.ts';
import { closeLayer, placeLayer } from '../screen/layers.ts';
import { showToast } from '../screen/overlays.ts';
import { WORDS } from '../words.ts';
import {
  askForCard,
  askForEntry,
  askForFavorite,
  canForward,
  canShareToTimeline,
  toQuery,
} from './share.ts';
import type { CopiedLink, ShareCard, ShareEntry } from './share-card.ts';
import { showShared } from './shared-view.ts';

/** WeChat's numbers for a card of a chat with one person, and for the timeline. */
const CHAT_SCENE = 1007;
const TIMELINE_SCENE = 1154;
/** Its number for an entry of the favourites. */
const FAVORITES_SCENE = 1010;
/** Its number for the bar below a page of the timeline. */
const FROM_SINGLE_PAGE_SCENE = 1155;

/** The sheet behind the capsule's three dots: what can be done with the page on top. */
export function openShareMenu(host: Host): void {
  const sheet = element('div', 'phone-sheet phone-menu');
  sheet.setAttribute('role', 'dialog');
  sheet.setAttribute('aria-label', WORDS.menu);
  const close = () => closeLayer(host, 'sheet');
  const button = (className: string, word: string, run: () => void) => {
    const created = element('button', className, word);
    created.addEventListener('click', () => {
      close();
      run();
    });
    return created;
  };
  const ways = element('div', 'phone-menu-ways');
  if (canForward(host)) {
    ways.append(button('is-chat', WORDS.toChat, () => void shareToChat(host, 'menu')));
  } else sheet.append(element('p', 'phone-menu-note', WORDS.cannotShare));
  if (canShareToTimeline(host)) {
    ways.append(button('is-timeline', WORDS.toTimeline, () => shareToTimeline(host)));
  }
  ways.append(
    button('is-favorite', WORDS.toFavorites, () => addToFavorites(host)),
    button('is-link', WORDS.copyLink, () => copyLink(host)),
  );
  sheet.append(ways);
  sheet.append(button('is-cancel', WORDS.cancel, () => {}));
  placeLayer(host, 'sheet', sheet, close);
}

/** Opens the page of the timeline in the program itself, as 前往小程序 does. */
export function leaveSinglePage(host: Host): void {
  const page = host.stack.top();
  if (!page) return;
  openCold(host, page.path, toQuery(page.query).slice(1), FROM_SINGLE_PAGE_SCENE);
}

/** Forwards the page on top and shows the card that the chat gets; null where that is not offered. */
export async function shareToChat(
  host: Host,
  from: 'menu' | 'button',
  target?: PlainTarget,
): Promise<ShareCard | null> {
  host.ledger.beginInteraction('share');
  const card = await askForCard(host, from, target);
  if (!card) return null;
  const { path, query } = cutPageUrl(card.path);
  showShared(host, {
    heading: WORDS.chatCard,
    title: card.title,
    imageUrl: card.imageUrl,
    ratio: '5 / 4',
    where: WORDS.chatPath(card.path),
    openWord: WORDS.openCard,
    open: () => openCold(host, path, query, CHAT_SCENE),
  });
  return card;
}

/** Shares the page on top to the timeline and shows the entry; null where that is not offered. */
export function shareToTimeline(host: Host): ShareEntry | null {
  const path = host.stack.top()?.path;
  host.ledger.beginInteraction('share to the timeline');
  const entry = askForEntry(host);
  if (!entry || path === undefined) return null;
  showShared(host, {
    heading: WORDS.timelineEntry,
    title: entry.title,
    imageUrl: entry.imageUrl,
    ratio: '1 / 1',
    where: WORDS.timelineQuery(entry.query),
    openWord: WORDS.openEntry,
    open: () => openCold(host, path, entry.query, TIMELINE_SCENE),
  });
  return entry;
}

/** Keeps the page on top among the favourites and shows how it stands there; null without a page. */
export function addToFavorites(host: Host): ShareEntry | null {
  const path = host.stack.top()?.path;
  const entry = askForFavorite(host);
  if (!entry || path === undefined) return null;
  showShared(host, {
    heading: WORDS.favorite,
    title: entry.title,
    imageUrl: entry.imageUrl,
    ratio: '1 / 1',
    where: WORDS.timelineQuery(entry.query),
    openWord: WORDS.openFavorite,
    open: () => openCold(host, path, entry.query, FAVORITES_SCENE),
  });
  return entry;
}

/** Copies a link to the page on top; null without a page. What the listener returns is its query. */
export function copyLink(host: Host): CopiedLink | null {
  const page = host.stack.top();
  if (!page) return null;
  const query = host.guard('onCopyUrl', () => host.copyUrl.ask()) ?? '';
  showToast(host, { title: WORDS.linkCopied, icon: 'success', duration: 1500, mask: false });
  return { path: page.path, query };
}

function openCold({ options, network, theme }: Host, path: string, query: string, scene: number) {
  options.platform.openCold({
    ...{ path, query, scene },
    network: network.current,
    theme: theme.current,
  });
}
