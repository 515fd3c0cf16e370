import { describe, expect, it } from '@jest/globals';
import { type EventState, toEventState } from '../../rules/event-state.ts';
import type { EventStatus } from '../../types/event-card.ts';

const startsAt = '2026-11-28T09:30:00+08:00';
const endsAt = '2026-11-28T11:30:00+08:00';

describe('toEventState', () => {
  const cases: [EventStatus, string, EventState][] = [
    ['scheduled', '2026-11-28T09:29:59+08:00', 'upcoming'],
    ['scheduled', '2026-11-28T09:30:00+08:00', 'ongoing'],
    ['scheduled', '2026-11-28T01:30:00Z', 'ongoing'],
    ['scheduled', '2026-11-28T11:29:59+08:00', 'ongoing'],
    ['scheduled', '2026-11-28T11:30:00+08:00', 'past'],
    ['postponed', '2026-11-01T00:00:00+08:00', 'postponed'],
    ['postponed', '2026-11-28T10:00:00+08:00', 'ongoing'],
    ['postponed', '2026-12-01T00:00:00+08:00', 'past'],
    ['cancelled', '2026-11-01T00:00:00+08:00', 'cancelled'],
    ['cancelled', '2026-11-28T10:00:00+08:00', 'cancelled'],
    ['cancelled', '2026-12-01T00:00:00+08:00', 'cancelled'],
  ];
  it.each(cases)('%s at %s is %s', (status, now, state) => {
    expect(toEventState({ status, startsAt, endsAt }, Date.parse(now))).toBe(state);
  });

  it('takes a status of a newer server for scheduled', () => {
    const event = { status: 'sold-out' as EventStatus, startsAt, endsAt };
    expect(toEventState(event, Date.parse('2026-11-01T00:00:00Z'))).toBe('upcoming');
  });
});
