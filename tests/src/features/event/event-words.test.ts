import { describe, expect, it } from '@jest/globals';
import { toEventState } from '../../../../rules/event-state.ts';
import { STATE_WORDS, toShareTitle } from '../../../../src/features/event/event-words.ts';
import type { EventStatus } from '../../../../types/event-card.ts';

const times = { startsAt: '2026-11-28T09:30:00+08:00', endsAt: '2026-11-28T11:30:00+08:00' };
const wordsAt = (status: EventStatus, moment: string) =>
  STATE_WORDS[toEventState({ ...times, status }, Date.parse(moment))];

describe('the state of an event in words', () => {
  it.each<[EventStatus, string, string]>([
    ['scheduled', '2026-11-27T12:00:00+08:00', '即将开始'],
    ['scheduled', '2026-11-28T10:00:00+08:00', '进行中'],
    ['scheduled', '2026-11-29T10:00:00+08:00', '已结束'],
    ['postponed', '2026-11-27T12:00:00+08:00', '已改期'],
    ['cancelled', '2026-11-29T10:00:00+08:00', '已取消'],
  ])('%s at %s reads %s', (status, moment, words) => {
    expect(wordsAt(status, moment)).toBe(words);
  });

  it('reads differently in every state', () => {
    const words = Object.values(STATE_WORDS);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('toShareTitle', () => {
  it.each<[EventStatus, string, string]>([
    ['scheduled', '2026-11-27T12:00:00+08:00', '家庭教育讲座'],
    ['scheduled', '2026-11-28T10:00:00+08:00', '家庭教育讲座'],
    ['scheduled', '2026-11-29T10:00:00+08:00', '已结束｜家庭教育讲座'],
    ['postponed', '2026-11-27T12:00:00+08:00', '已改期｜家庭教育讲座'],
    ['postponed', '2026-11-29T10:00:00+08:00', '已结束｜家庭教育讲座'],
    ['cancelled', '2026-11-27T12:00:00+08:00', '已取消｜家庭教育讲座'],
  ])('of a %s event at %s is %s', (status, moment, words) => {
    const event = { ...times, status, title: '家庭教育讲座' };
    expect(toShareTitle(event, Date.parse(moment))).toBe(words);
  });
});
