import { type Static, Type } from 'typebox';
import { Moment } from './date.ts';
import { Notice } from './notice.ts';
import { Subscription } from './subscription.ts';

/** Answer of `GET /v1/account`: what is stored about a reader, in numbers. */
export const Account = Type.Object({
  /** What its owner can read out to an editor, who sends a test notice to it; tells nothing else. */
  code: Type.String(),
  since: Moment,
  subscriptions: Type.Integer({ minimum: 0 }),
  /** Messages that can still be sent, over all topics. */
  credits: Type.Integer({ minimum: 0 }),
  notices: Type.Integer({ minimum: 0 }),
});
export type Account = Static<typeof Account>;

/** Answer of `GET /v1/account/export`: everything that is stored about a reader, but for the keys that prove who it is. */
export const AccountExport = Type.Object({
  /** When it was made. */
  exportedAt: Moment,
  account: Type.Object({ code: Type.String(), since: Moment, lastSeen: Moment }),
  subscriptions: Type.Array(Subscription),
  credits: Type.Array(
    Type.Object({
      topicId: Type.String(),
      change: Type.Integer(),
      reason: Type.String(),
      at: Moment,
    }),
  ),
  notices: Type.Array(Notice),
  sessions: Type.Array(Type.Object({ since: Moment, expiresAt: Moment })),
});
export type AccountExport = Static<typeof AccountExport>;
