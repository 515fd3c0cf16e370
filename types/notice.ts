import { type Static, Type } from 'typebox';
import { Moment } from './date.ts';

/** What became of the message about a notice. */
export const NoticeDelivery = Type.Union([
  /** On its way, or waiting for the morning. */
  Type.Literal('pending'),
  Type.Literal('sent'),
  /** WeChat did not say whether it arrived. */
  Type.Literal('unknown'),
  /** No credit was left: the notice stands in the inbox alone. */
  Type.Literal('no_credit'),
  /** The reader has turned such messages off in WeChat. */
  Type.Literal('refused'),
  /** It could not be sent for another reason. */
  Type.Literal('failed'),
]);
export type NoticeDelivery = Static<typeof NoticeDelivery>;

/** A notice in its reader's inbox. */
export const Notice = Type.Object({
  id: Type.String(),
  topicId: Type.String(),
  topicName: Type.String(),
  /** In full; the message in WeChat may be shorter. */
  title: Type.String(),
  /** What the editor added; empty when nothing. */
  note: Type.String(),
  publishedAt: Moment,
  /** What it is about; absent when that was removed. */
  subject: Type.Optional(
    Type.Object({
      kind: Type.Union([Type.Literal('article'), Type.Literal('event')]),
      id: Type.String(),
    }),
  ),
  delivery: NoticeDelivery,
  isRead: Type.Boolean(),
});
export type Notice = Static<typeof Notice>;

/** Answer of `GET /v1/notices`: newest first. */
export const NoticePage = Type.Object({
  items: Type.Array(Notice),
  nextCursor: Type.Union([Type.String(), Type.Null()]),
});
export type NoticePage = Static<typeof NoticePage>;
