import type { EventDraft, SaveOutcome } from '../domain/drafts.ts';
import { saveArticle } from '../store/save-article.ts';
import { saveEvent } from '../store/save-event.ts';
import type { Store } from '../store/store.ts';
import type { Sample } from './read-sample.ts';

/** How many articles and events came to what. */
export type SampleTally = Record<SaveOutcome['kind'], number>;

/**
 * Saves the articles, then the events with the ids of their announcing articles.
 *
 * One event is saved before all else: a loading that is interrupted and taken up on a later day finds in it the day
 * of the first run. It counts as what it was then.
 *
 * @param isFirst nothing of the sample is stored yet
 * @param now milliseconds since the epoch
 */
export async function saveSample(
  sample: Sample,
  isFirst: boolean,
  store: Store,
  now: number,
): Promise<SampleTally> {
  const tally: SampleTally = { created: 0, updated: 0, unchanged: 0 };
  const ids = new Map<string, string>();
  const [anchor] = sample.events;
  const link = ({ article, draft }: Sample['events'][number]): EventDraft => {
    const articleId = article === undefined ? undefined : ids.get(article);
    return articleId === undefined ? draft : { ...draft, articleId };
  };
  const anchored = isFirst && anchor ? await saveEvent(store, anchor.draft, now) : undefined;
  for (const { place, draft } of sample.articles) {
    const { kind, id } = await saveArticle(store, draft, now, { by: '', from: place });
    tally[kind] += 1;
    ids.set(place, id);
  }
  for (const event of sample.events) {
    const { kind } = await saveEvent(store, link(event), now);
    tally[event === anchor && anchored ? anchored.kind : kind] += 1;
  }
  return tally;
}
