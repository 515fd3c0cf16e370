import type { Subscription } from '../../types/subscription.ts';
import type { Topic } from '../../types/topic.ts';
import type { NoticeTemplates } from '../domain/notice-template.ts';
import {
  EVENTS_TOPIC,
  NOTICE_CHANNEL,
  NOTICES_TOPIC,
  toArticleTopic,
  toTopicKind,
} from '../domain/topics.ts';
import { listChannels } from '../store/channels.ts';
import type { Store } from '../store/store.ts';
import { listSubscriptions } from '../store/subscriptions.ts';

const EVENTS_NAME = '新活动';
/** Of a topic that was asked for and whose channel is no more. */
const OLD_NAME = '已停止的栏目';

/** The template of a topic's announcements. */
function findTemplate(templates: NoticeTemplates, topicId: string) {
  const kind = toTopicKind(topicId);
  return kind && templates.get(kind);
}

async function listTopicNames(store: Store): Promise<{ id: string; name: string }[]> {
  const channels = await listChannels(store);
  const notices = channels.filter(({ id }) => id === NOTICE_CHANNEL);
  const others = channels.filter(({ id }) => id !== NOTICE_CHANNEL);
  return [
    ...notices.map(({ name }) => ({ id: NOTICES_TOPIC, name })),
    { id: EVENTS_TOPIC, name: EVENTS_NAME },
    ...others.map(({ id, name }) => ({ id: toArticleTopic(id), name })),
  ];
}

/** What can be asked for: every topic whose kind has a template. */
export async function listTopics(store: Store, templates: NoticeTemplates): Promise<Topic[]> {
  const topics = await listTopicNames(store);
  return topics.flatMap(({ id, name }) => {
    const template = findTemplate(templates, id);
    return template ? [{ id, name, templateId: template.id, isLongTerm: template.isLongTerm }] : [];
  });
}

/** Names topics for their readers, also those that can't be asked for any more. */
export async function createTopicNames(store: Store): Promise<(topicId: string) => string> {
  const topics = await listTopicNames(store);
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  return (topicId) => names.get(topicId) ?? OLD_NAME;
}

/** What a reader asked for, with what is left of each. */
export async function listNamedSubscriptions(
  store: Store,
  accountId: string,
  templates: NoticeTemplates,
): Promise<Subscription[]> {
  const templateOf = (topic: string) => findTemplate(templates, topic);
  const nameTopic = await createTopicNames(store);
  const asked = await listSubscriptions(store, accountId, (topic) => templateOf(topic)?.id);
  return asked.map(({ topic, since, credits }) => ({
    topicId: topic,
    name: nameTopic(topic),
    credits,
    isLongTerm: templateOf(topic)?.isLongTerm ?? false,
    since: since.toISOString(),
  }));
}
