import type { SubscriptionList } from '../../../types/subscription.ts';
import type { Topic } from '../../../types/topic.ts';
import type { SubscribeOutcome } from '../../platform/subscribe.ts';
import { REFUSAL_WORDS, toChoiceWords } from './notice-words.ts';
import type { Accepted, ReportFate } from './report-queue.ts';

/** What became of a tap, in sentences: one a topic, or one for all. */
export interface AskResult {
  sentences: string[];
  /** WeChat's settings are the way on. */
  needsSettings: boolean;
}

const promise = ({ name, isLongTerm }: Topic): string =>
  isLongTerm
    ? `已订阅，以后的「${name}」都会在微信里通知您。`
    : `已订阅，下一条「${name}」会在微信里通知您。`;

function toAcceptedWords(
  topic: Topic,
  fate: ReportFate | 'sending',
  list: SubscriptionList | undefined,
): string {
  if (fate === 'sending') return `您已允许「${topic.name}」，正在登记…`;
  if (fate === 'waiting') return `您已允许「${topic.name}」，只是还没登记成功，稍后会自动再试。`;
  if (fate === 'refused') return `「${topic.name}」没能登记，请稍后再点一次。`;
  const known = list?.subscriptions.find(({ topicId }) => topicId === topic.id);
  const count = known && !topic.isLongTerm ? `现在共能收 ${known.credits} 条。` : '';
  return promise(topic) + count;
}

/**
 * Total over all that WeChat may answer.
 *
 * @param fate of the report about what was accepted
 * @param list what stands after it, where it is known
 */
export function toAskResult(
  topics: readonly Topic[],
  outcome: SubscribeOutcome,
  fate: ReportFate | 'sending',
  list?: SubscriptionList,
): AskResult {
  if (outcome.kind === 'refused') {
    const needsSettings = outcome.reason === 'main-switch-off';
    return { sentences: [REFUSAL_WORDS[outcome.reason]], needsSettings };
  }
  const sentences = topics.map((topic) => {
    const choice = outcome.choices[topic.templateId] ?? 'filter';
    return choice === 'accept'
      ? toAcceptedWords(topic, fate, list)
      : toChoiceWords(choice, topic.name);
  });
  return { sentences, needsSettings: false };
}

/** What the endpoint is to be told of an answer; empty when nothing was accepted. */
export function toAccepted(topics: readonly Topic[], outcome: SubscribeOutcome): Accepted {
  if (outcome.kind === 'refused') return [];
  return topics
    .filter(({ templateId }) => outcome.choices[templateId] === 'accept')
    .map(({ id, templateId }) => ({ topicId: id, templateId }));
}
