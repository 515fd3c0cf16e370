import type { EventStatus } from '../types/event-card.ts';
import { toEpochMs } from './utc8.ts';

/** What an event is at a moment. */
export type EventState = 'upcoming' | 'ongoing' | 'past' | 'postponed' | 'cancelled';

export interface EventTimes {
  status: EventStatus;
  /** ISO 8601 with offset. */
  startsAt: string;
  /** ISO 8601 with offset; the event is over at this moment. */
  endsAt: string;
}

/**
 * The state of an event at `now` (milliseconds since the epoch).
 *
 * A cancelled event stays cancelled for ever. A postponed one carries its new times: it reads 改期 until they begin,
 * and is ongoing or past like any other from then on. A status that a newer server invented counts as scheduled.
 */
export function toEventState(event: EventTimes, now: number): EventState {
  if (event.status === 'cancelled') return 'cancelled';
  if (now >= toEpochMs(event.endsAt)) return 'past';
  if (now >= toEpochMs(event.startsAt)) return 'ongoing';
  return event.status === 'postponed' ? 'postponed' : 'upcoming';
}
