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

/** The kind of the notices that are announced under a topic; undefined for one that isn't ours. */
export function toTopicKind(topicId: string): NoticeKindName | undefined {
  if (topicId === NOTICES_TOPIC) return 'notice';
  if (topicId === EVENTS_TOPIC) return 'event';
  return topicId.startsWith(CHANNEL_PREFIX) ? 'channel' : undefined;
}
