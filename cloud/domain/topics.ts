import type { NoticeKindName } from './notice-kinds.ts';

/** 通知公告: the channel whose articles are notices, and the topic that tells of them. */
export const NOTICE_CHANNEL = 'notices';
export const NOTICES_TOPIC = 'notices';
export const EVENTS_TOPIC = 'events';
const CHANNEL_PREFIX = 'channel:';

/** The topic of an article in a channel. */
export function toArticleTopic(channelId: string): string {
  return channelId === NOTICE_CHANNEL ? NOTICES_TOPIC : `${CHANNEL_PREFIX}${channelId}`;
}

/** The kind of the notices of a topic. */
export function toTopicKind(topicId: string): NoticeKindName {
  if (topicId === NOTICES_TOPIC) return 'notice';
  return topicId === EVENTS_TOPIC ? 'event' : 'channel';
}
