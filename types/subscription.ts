import { type Static, Type } from 'typebox';
import { Moment } from './date.ts';

/** A topic that its reader asked for. It stays when its credits are used up: notices then wait in the inbox. */
export const Subscription = Type.Object({
  topicId: Type.String(),
  name: Type.String(),
  /** Messages that can still be sent; with a long-term template 1 (any number) or 0. */
  credits: Type.Integer({ minimum: 0 }),
  isLongTerm: Type.Boolean(),
  /** When it was asked for first. */
  since: Moment,
});
export type Subscription = Static<typeof Subscription>;

/** Answer of `GET`, `POST` and `DELETE` below `/v1/subscriptions`: what stands after it. */
export const SubscriptionList = Type.Object({
  subscriptions: Type.Array(Subscription),
  /** Notices in the inbox that were not read. */
  unread: Type.Integer({ minimum: 0 }),
});
export type SubscriptionList = Static<typeof SubscriptionList>;

/** Body of `POST /v1/subscriptions`: what the reader accepted in one call of `wx.requestSubscribeMessage`. */
export const SubscribeReport = Type.Object({
  /** Made once for each call, kept until the report has arrived: sent again it grants nothing more. */
  reportId: Type.String({ pattern: '^[0-9a-z]{16,64}$' }),
  accepted: Type.Array(
    Type.Object({
      topicId: Type.String({ minLength: 1, maxLength: 80 }),
      templateId: Type.String({ minLength: 1, maxLength: 100 }),
    }),
    // At most 3 templates a call, newer documents say 5 (docs/wechat.md, Subscribe messages).
    { minItems: 1, maxItems: 5 },
  ),
});
export type SubscribeReport = Static<typeof SubscribeReport>;
