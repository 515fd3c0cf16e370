import type { NOTICE_KINDS, NoticeKindName } from './notice-kinds.ts';

/** The values of a kind, as a template of it may use them; moments as ISO 8601 with offset or plain dates. */
type ValuesOf<Kind extends NoticeKindName> = Record<
  keyof (typeof NOTICE_KINDS)[Kind]['values'] & string,
  string
>;

/** What a message about an article tells; a `notice` has no use for the channel. */
export type ArticleValues = ValuesOf<'channel'> & ValuesOf<'notice'>;
export type EventValues = ValuesOf<'event'>;

export interface ArticleFacts {
  title: string;
  source: string;
  publishedAt: string;
  channelName: string;
}

export interface EventFacts {
  title: string;
  startsAt: string;
  venueName: string;
  organiser: string;
}

/** @param note the editor's words, empty when there are none */
export function toArticleValues(article: ArticleFacts, note: string): ArticleValues {
  const { title, source, publishedAt, channelName } = article;
  return { title, source, publishedAt, channel: channelName, note };
}

/** @param note the editor's words, empty when there are none */
export function toEventValues(event: EventFacts, note: string): EventValues {
  const { title, startsAt, venueName, organiser } = event;
  return { title, startsAt, venue: venueName, organiser, note };
}
