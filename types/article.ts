import { type Static, Type } from 'typebox';
import { ArticleCard } from './article-card.ts';
import { Attachment } from './attachment.ts';
import { Block } from './block.ts';
import { Channel } from './channel.ts';
import { Cover } from './cover.ts';
import { MomentOrDate } from './date.ts';
import { EventCard } from './event-card.ts';

/** Answer of `GET /v1/articles/:id`. */
export const Article = Type.Object({
  id: Type.String(),
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
  /** Opaque; hand it back as `cursor` for the next page. Null at the end. */
  nextCursor: Type.Union([Type.String(), Type.Null()]),
});
export type FeedPage = Static<typeof FeedPage>;
