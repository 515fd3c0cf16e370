import type { Topic } from '../../../types/topic.ts';
import type { AskResult } from './ask-result.ts';
import { toOwnResult } from './decided-result.ts';
import { NOTICE_WORDS } from './notice-words.ts';
import type { Ask } from './use-ask.ts';

type Asking = Pick<Ask, 'toLast' | 'isTogether' | 'setting' | 'before'>;

/**
 * What to say in the row of a topic on 通知. What is about all topics stands above the lists, and what came of a tap on a card for
 * several stands below that card, as long as it is there.
 *
 * @param card the topics of that card
 */
export function toRowResult(
  topic: Topic,
  { topics, card, asking }: { topics: readonly Topic[]; card: readonly Topic[]; asking: Asking },
): AskResult | undefined {
  const { toLast, isTogether, setting, before } = asking;
  const isBelowCard = isTogether && card.some(({ id }) => id === topic.id);
  const last = isBelowCard ? undefined : toPlaced(toLast([topic]), asking);
  return last ?? toOwnResult(topic, topics, before, setting);
}

/** What to say below a card for several topics. */
export function toCardResult(card: readonly Topic[], asking: Asking): AskResult | undefined {
  return asking.isTogether ? toPlaced(asking.toLast(card), asking) : undefined;
}

/** The main switch is spoken of above the lists: a tap that it stopped points there. */
function toPlaced(result: AskResult | undefined, { setting }: Asking): AskResult | undefined {
  if (!result?.needsSettings || setting?.mainSwitch !== false) return result;
  return { sentences: [NOTICE_WORDS.settingsAbove], needsSettings: false };
}
