import type { Topic } from '../../../types/topic.ts';
import type { SubscribeOutcome, SubscribeSetting } from '../../platform/subscribe.ts';
import type { AskResult } from './ask-result.ts';
import { NOTICE_WORDS, REMEMBERED_WORDS, toTopicNames } from './notice-words.ts';

/** Whether what the reader has decided in WeChat keeps messages about one of these topics away. */
export function isBlocked(
  topics: readonly Topic[],
  { mainSwitch, remembered }: SubscribeSetting,
): boolean {
  return !mainSwitch || topics.some(({ templateId }) => remembered[templateId] === 'reject');
}

/** What the reader has decided for good about these topics, to be told before a tap; undefined when nothing. */
export function toRememberedResult(
  topics: readonly Topic[],
  setting: SubscribeSetting | undefined,
): AskResult | undefined {
  if (!setting || topics.length === 0) return undefined;
  if (!setting.mainSwitch) {
    return { sentences: [REMEMBERED_WORDS.mainSwitchOff], needsSettings: true };
  }
  const choices = topics.map(({ templateId }) => setting.remembered[templateId]);
  if (choices.some((choice) => choice === 'reject')) {
    return { sentences: [REMEMBERED_WORDS.reject], needsSettings: true };
  }
  const asksNothing = choices.every((choice) => choice === 'accept');
  if (!asksNothing || topics.some(({ isLongTerm }) => isLongTerm)) return undefined;
  return { sentences: [REMEMBERED_WORDS.accept], needsSettings: false };
}

/** What a reader was told to open and has opened: said until the next tap. */
export function toReopenedResult(
  topics: readonly Topic[],
  before: SubscribeSetting | undefined,
  setting: SubscribeSetting | undefined,
): AskResult | undefined {
  if (!before || !setting || topics.length === 0) return undefined;
  if (!isBlocked(topics, before) || isBlocked(topics, setting)) return undefined;
  return { sentences: [NOTICE_WORDS.reopened], needsSettings: false };
}

/** Whether what WeChat answered to the last tap is no longer true, as the reader has decided otherwise since. */
export function isOutdated(
  outcome: SubscribeOutcome,
  before: SubscribeSetting,
  setting: SubscribeSetting,
): boolean {
  if (outcome.kind === 'refused') {
    return outcome.reason === 'main-switch-off' && !before.mainSwitch && setting.mainSwitch;
  }
  return Object.entries(outcome.choices).some(
    ([id, choice]) =>
      choice === 'reject' &&
      before.remembered[id] === 'reject' &&
      setting.remembered[id] !== 'reject',
  );
}

/** Whether a template stands for several topics, so that what was decided about it is about no single one. */
const isShared = (topic: Topic, topics: readonly Topic[]): boolean =>
  topics.some(({ id, templateId }) => templateId === topic.templateId && id !== topic.id);

/** What was decided, or has been opened, about more than one topic: the main switch, and each template that several share. */
export function toSharedResults(
  topics: readonly Topic[],
  before: SubscribeSetting | undefined,
  setting: SubscribeSetting | undefined,
): AskResult[] {
  if (!setting) return [];
  const ofAll = toRememberedResult(topics, setting);
  if (!setting.mainSwitch) return ofAll ? [ofAll] : [];
  const isReopened = before?.mainSwitch === false;
  const reopened = { sentences: [NOTICE_WORDS.reopened], needsSettings: false };
  const shared = topics.filter((topic) => isShared(topic, topics));
  const templateIds = [...new Set(shared.map(({ templateId }) => templateId))];
  const byTemplate = templateIds.flatMap((id) => {
    const some = shared.filter(({ templateId }) => templateId === id);
    const opened = isReopened ? undefined : toReopenedResult(some, before, setting);
    const result = opened ?? toRememberedResult(some, setting);
    if (!result) return [];
    const names = toTopicNames(some);
    return [{ ...result, sentences: result.sentences.map((words) => `${names}：${words}`) }];
  });
  return isReopened ? [reopened, ...byTemplate] : byTemplate;
}

/** The same about a topic alone; undefined where it stands above the lists already. */
export function toOwnResult(
  topic: Topic,
  topics: readonly Topic[],
  before: SubscribeSetting | undefined,
  setting: SubscribeSetting | undefined,
): AskResult | undefined {
  if (!setting?.mainSwitch || isShared(topic, topics)) return undefined;
  const opened = before?.mainSwitch ? toReopenedResult([topic], before, setting) : undefined;
  return opened ?? toRememberedResult([topic], setting);
}
