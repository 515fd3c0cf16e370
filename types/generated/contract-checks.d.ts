import type { Article, FeedPage } from '../article.ts';
import type { Block } from '../block.ts';
import type { ChannelList } from '../channel.ts';
import type { Event, EventPage } from '../event.ts';
import type { Problem } from '../problem.ts';

/** A block of an answer before it was checked by itself: only its `kind` is known to be a string. */
export interface UncheckedBlock {
  kind: string;
}

/** An answer whose blocks are still to be checked one by one with `isBlock`. */
export type WithUncheckedBlocks<T> = Omit<T, 'blocks'> & { blocks: UncheckedBlock[] };

export function isArticle(value: unknown): value is WithUncheckedBlocks<Article>;
export function isBlock(value: unknown): value is Block;
export function isChannelList(value: unknown): value is ChannelList;
export function isEvent(value: unknown): value is WithUncheckedBlocks<Event>;
export function isEventPage(value: unknown): value is EventPage;
export function isFeedPage(value: unknown): value is FeedPage;
export function isProblem(value: unknown): value is Problem;
