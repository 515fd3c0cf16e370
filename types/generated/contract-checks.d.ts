import type { Account, AccountExport } from '../account.ts';
import type { Article, FeedPage } from '../article.ts';
import type { Attachment } from '../attachment.ts';
import type { Block } from '../block.ts';
import type { ChannelList } from '../channel.ts';
import type { Event, EventPage } from '../event.ts';
import type { EventCard } from '../event-card.ts';
import type { NoticePage } from '../notice.ts';
import type { Problem } from '../problem.ts';
import type { SearchPage, SearchSuggestions } from '../search.ts';
import type { Session } from '../session.ts';
import type { SubscriptionList } from '../subscription.ts';
import type { TopicList } from '../topic.ts';

type UncheckedList = 'blocks' | 'attachments' | 'events';

/** An answer whose lists are still to be checked member by member: `isBlock`, `isAttachment`, `isEventCard`. */
export type WithUncheckedLists<T> = Omit<T, UncheckedList> & {
  [Name in keyof T & UncheckedList]: unknown[];
};

export function isAccount(value: unknown): value is Account;
export function isAccountExport(value: unknown): value is AccountExport;
export function isArticle(value: unknown): value is WithUncheckedLists<Article>;
export function isAttachment(value: unknown): value is Attachment;
export function isBlock(value: unknown): value is Block;
export function isChannelList(value: unknown): value is ChannelList;
export function isEvent(value: unknown): value is WithUncheckedLists<Event>;
export function isEventCard(value: unknown): value is EventCard;
export function isEventPage(value: unknown): value is EventPage;
export function isFeedPage(value: unknown): value is FeedPage;
export function isNoticePage(value: unknown): value is NoticePage;
export function isProblem(value: unknown): value is Problem;
export function isSearchPage(value: unknown): value is SearchPage;
export function isSearchSuggestions(value: unknown): value is SearchSuggestions;
export function isSession(value: unknown): value is Session;
export function isSubscriptionList(value: unknown): value is SubscriptionList;
export function isTopicList(value: unknown): value is TopicList;
