import { HOME_PATH } from '../../platform/paths.ts';
import type { ShareSubject } from '../../platform/share.ts';
import { FEED_WORDS } from './feed-words.ts';

/** The card of the program itself: for its first page, and for a page that has nothing of its own to share. */
export const HOME_SHARE: ShareSubject = { title: FEED_WORDS.shareTitle, path: HOME_PATH };
