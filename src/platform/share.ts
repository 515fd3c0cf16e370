import { BUILD_SETTINGS } from './build-settings.ts';
import { resolveUrl } from './resolve-url.ts';

/** Packaged, 5:4, for a card in a chat. */
const CHAT_PICTURE = '/assets/share-default.png';
/** Packaged, 1:1, for the timeline. */
const TIMELINE_PICTURE = '/assets/share-default-square.png';

export interface ShareSubject {
  title: string;
  /** From paths.ts. */
  path: string;
  /** As the answer names it. */
  coverUrl?: string | undefined;
}

/** A share card takes PNG or JPG, packaged or over https (docs/wechat.md, Sharing); the endpoint of a test build may be http. */
function toSharePicture(coverUrl: string | undefined, packaged: string): string {
  if (!coverUrl) return packaged;
  const { endpoint } = BUILD_SETTINGS;
  const url = resolveUrl(coverUrl, endpoint);
  const isFetchable = url.startsWith('https://') || url.startsWith(`${endpoint}/`);
  return isFetchable && /\.(png|jpe?g)$/i.test(url.split('?')[0] ?? '') ? url : packaged;
}

/** What onShareAppMessage answers; WeChat wants the path of a card in full, from the root. */
export function toChatCard({ title, path, coverUrl }: ShareSubject) {
  return { title, path: `/${path}`, imageUrl: toSharePicture(coverUrl, CHAT_PICTURE) };
}

/** What onShareTimeline and onAddToFavorites answer: both open the page itself, so they take the query alone. */
export function toSquareCard({ title, path, coverUrl }: ShareSubject) {
  const query = path.split('?')[1] ?? '';
  return { title, query, imageUrl: toSharePicture(coverUrl, TIMELINE_PICTURE) };
}
