import type { Subscription } from '../../../types/subscription.ts';
import type { Topic } from '../../../types/topic.ts';

/** At most so many templates in one call; newer documents say five (docs/wechat.md, Subscribe messages). */
const MOST_TEMPLATES = 3;

/**
 * The topics that one call of WeChat's question can be about, in their order: one for each template, since one accept is one
 * message; all one-time or all long-term as the first of them; at most three.
 */
export function toAskable(topics: readonly Topic[]): Topic[] {
  const [first] = topics;
  const chosen: Topic[] = [];
  for (const topic of topics) {
    const isOfOneKind = topic.isLongTerm === first?.isLongTerm;
    const isNew = chosen.every(({ templateId }) => templateId !== topic.templateId);
    if (isOfOneKind && isNew && chosen.length < MOST_TEMPLATES) chosen.push(topic);
  }
  return chosen;
}

/** 通知公告, the channel whose articles are notices. */
const NOTICES_CHANNEL = 'notices';
const NOTICES_TOPIC = 'notices';
export const EVENTS_TOPIC = 'events';

/** The topic that tells of new articles of a channel. */
export function toChannelTopic(channelId: string): string {
  return channelId === NOTICES_CHANNEL ? NOTICES_TOPIC : `channel:${channelId}`;
}

/** What is offered together to whoever has asked for nothing yet: 通知公告, 新活动, and the channel that was read last. */
export function toFirstTopics(
  topics: readonly Topic[],
  recentChannel: string | undefined,
): Topic[] {
  const ids = [NOTICES_TOPIC, EVENTS_TOPIC];
  if (recentChannel !== undefined) ids.push(toChannelTopic(recentChannel));
  const known = ids.flatMap((id) => topics.filter((topic) => topic.id === id).slice(0, 1));
  return toAskable(known);
}

/**
 * What a reader can ask for again with one tap: topics with nothing left, of different templates and of one type, one-time ones
 * before long-term ones. None where that is a single one: its row has a button.
 */
export function toAgainTopics(
  topics: readonly Topic[],
  subscriptions: readonly Subscription[],
): Topic[] {
  const used = subscriptions.filter(({ credits }) => credits === 0);
  const known = topics.filter(({ id }) => used.some(({ topicId }) => topicId === id));
  const byType = [false, true].map((isLongTerm) =>
    toAskable(known.filter((topic) => topic.isLongTerm === isLongTerm)),
  );
  return byType.find(({ length }) => length > 1) ?? [];
}
