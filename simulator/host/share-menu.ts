import { element } from './element.ts';
import type { PlainTarget } from './events.ts';
import type { Host } from './host.ts';
import { closeLayer, placeLayer } from './layers.ts';
import { askForCard, askForEntry, canForward, canShareToTimeline } from './share.ts';
import type { ShareCard, ShareEntry } from './share-card.ts';
import { showShared } from './shared-view.ts';
import { WORDS } from './words.ts';

/** WeChat's numbers for a card of a chat with one person, and for the timeline. */
const CHAT_SCENE = 1007;
const TIMELINE_SCENE = 1154;

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
  if (ways.hasChildNodes()) sheet.append(ways);
  sheet.append(button('is-cancel', WORDS.cancel, () => {}));
  placeLayer(host, 'sheet', sheet, close);
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
  const [path = '', query = ''] = card.path.replace(/^\//, '').split('?', 2);
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

function openCold({ options, network, theme }: Host, path: string, query: string, scene: number) {
  options.platform.openCold({
    ...{ path, query, scene },
    network: network.current,
    theme: theme.current,
  });
}
