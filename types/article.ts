import { type Static, Type } from 'typebox';
import { ArticleCard } from './article-card.ts';
import { Attachment } from './attachment.ts';
import { Block } from './block.ts';
import { Channel } from './channel.ts';
import { Cover } from './cover.ts';
import { Moment, MomentOrDate } from './date.ts';
import { EventCard } from './event-card.ts';

const ArticleState = Type.Union([
  Type.Literal('published'),
  /** 已过期: it is over, and can still be read. */
  Type.Literal('expired'),
  /** 已撤回 */
  Type.Literal('withdrawn'),
]);

/** Why an article can't be read any more. */
const Withdrawal = Type.Object({
  /** In the editor's words. */
  reason: Type.String(),
  at: Moment,
});

/**
 * Answer of `GET /v1/articles/:id`. A withdrawn one keeps its title, channel, source and date; it has no summary, no cover and no
 * address, and its blocks, attachments and events are empty.
 */
export const Article = Type.Object({
  id: Type.String(),
  /** Always given; an endpoint older than this member knows published ones alone. */
  state: Type.Optional(ArticleState),
  /** Set for one that is withdrawn. */
  withdrawal: Type.Optional(Withdrawal),
  /** When it is over, or will be. */
  expiresAt: Type.Optional(Moment),
  channel: Channel,
  title: Type.String(),
  summary: Type.String(),
  /** 文章出处 */
  source: Type.String(),
  /** 发布时间 */
  publishedAt: MomentOrDate,
  cover: Type.Optional(Cover),
  blocks: Type.Array(Block),
  /** 相关附件 */
  attachments: Type.Array(Attachment),
  /** Address of the page it was imported from, where it has one. */
  originUrl: Type.Optional(Type.String()),
  /** The activities that it announces or reports, soonest first. */
  events: Type.Array(EventCard),
  /** How long its body takes to read; absent for one without words and pictures. */
  readingMinutes: Type.Optional(Type.Integer({ minimum: 1 })),
});
export type Article = Static<typeof Article>;

/** Answer of `GET /v1/articles`: newest first. */
export const FeedPage = Type.Object({
  items: Type.Array(ArticleCard),
  /** 置顶, the newest pin first, at most five: on the first page alone. Among the items they stand again, by their date. */
  pinned: Type.Optional(Type.Array(ArticleCard)),
  /** Opaque; hand it back as `cursor` for the next page. Null at the end. */
  nextCursor: Type.Union([Type.String(), Type.Null()]),
});
export type FeedPage = Static<typeof FeedPage>;
