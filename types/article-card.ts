import { type Static, Type } from 'typebox';
import { Cover } from './cover.ts';
import { MomentOrDate } from './date.ts';

/** An article as a feed shows it. */
export const ArticleCard = Type.Object({
  /** Permanent: shared cards carry it. */
  id: Type.String(),
  channelId: Type.String(),
  title: Type.String(),
  /** The first words of the body, at most 80 characters; empty for a body without words. */
  summary: Type.String(),
  /** 文章出处 */
  source: Type.String(),
  /** 发布时间 */
  publishedAt: MomentOrDate,
  cover: Type.Optional(Cover),
  /** True for one that is over: 已过期. */
  expired: Type.Optional(Type.Boolean()),
});
export type ArticleCard = Static<typeof ArticleCard>;
