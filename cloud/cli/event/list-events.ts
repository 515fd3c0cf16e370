import { listEventCards } from '../../store/events.ts';
import { EXIT, type ExitCode } from '../with-database.ts';
import type { EventContext } from './event-context.ts';
import { eventWords } from './event-words.ts';

/** Of each kind. */
const MOST_LISTED = 50;

/** `list`: the events that go on, those to come, and the last ones. */
export async function listEvents({ store, now, say }: EventContext): Promise<ExitCode> {
  const moment = now();
  let count = 0;
  for (const when of ['ongoing', 'upcoming', 'past'] as const) {
    const page = await listEventCards(store, { when, limit: MOST_LISTED, now: moment });
    for (const card of page.items) say(eventWords.listed(card, eventWords.when[when]));
    if (page.next !== undefined) say(eventWords.more);
    count += page.items.length;
  }
  if (count === 0) say(eventWords.nothingListed);
  return EXIT.ok;
}
