import { type Static, Type } from 'typebox';

/** Something that a reader can ask to be told of, with the template that WeChat asks about. */
export const Topic = Type.Object({
  /** `notices` (通知公告), `events` (新活动) or `channel:ID` (one 栏目). A newer endpoint may have others. */
  id: Type.String(),
  /** 通知公告, 新活动, 维权服务 … */
  name: Type.String(),
  /** For `wx.requestSubscribeMessage`. Topics may share one. */
  templateId: Type.String(),
  /** True where one accept holds until it is taken back (长期订阅); otherwise one accept is one message. */
  isLongTerm: Type.Boolean(),
});
export type Topic = Static<typeof Topic>;

/** Answer of `GET /v1/topics`; empty where the endpoint sends no notices. */
export const TopicList = Type.Object({ topics: Type.Array(Topic) });
export type TopicList = Static<typeof TopicList>;
