import { describe, expect, it } from '@jest/globals';
import { parseNoticeTime } from '../../../cloud/cli/notice-time.ts';
import { noticeWords } from '../../../cloud/cli/notice-words.ts';

const NOW = Date.parse('2026-11-25T10:00:00+08:00');
const parse = (text: string) => parseNoticeTime(text, NOW);

describe('when a notice is to be published', () => {
  it.each([
    ['2026-11-26 09:00', '2026-11-26T01:00:00Z'],
    [' 2026-11-25 10:01 ', '2026-11-25T02:01:00Z'],
    ['2026-11-26 00:00', '2026-11-25T16:00:00Z'],
    ['2026-11-26T09:00:00+08:00', '2026-11-26T01:00:00Z'],
    ['2026-11-26T09:00Z', '2026-11-26T09:00:00Z'],
    ['2026-11-26T09:00:30.5-05:00', '2026-11-26T14:00:30.500Z'],
    ['2027-02-28 09:00', '2027-02-28T01:00:00Z'],
    ['2027-11-25 10:00', '2027-11-25T02:00:00Z'],
  ])('%s', (text, moment) => {
    expect(parse(text)).toEqual({ ok: true, at: Date.parse(moment) });
  });

  it.each([
    '明天',
    '2026-11-26',
    '2026-11-26 9:00',
    '2026-11-26 24:00',
    '2026-11-26 09:60',
    '2026-11-26T09:00',
    '2026-11-26 09:00+08:00',
    '2026-11-26T09:00+0800',
    '2027-02-29 09:00',
    '2027-02-30T09:00:00+08:00',
    '2027-04-31 09:00',
    '2026-13-01 09:00',
    '2026-00-10 09:00',
    '2026-12-00 09:00',
    '2026/11/26 09:00',
    '2026-11-26 09:00\n2026-11-27 09:00',
  ])('does not guess at %j', (text) => {
    expect(parse(text)).toEqual({ ok: false, reason: noticeWords.badTime(text) });
  });

  it.each(['2026-11-25 10:00', '2026-11-25 09:59', '2025-11-26 09:00', '2026-11-25T01:59:00Z'])(
    'refuses the past: %s',
    (text) => {
      const { reason } = parse(text) as { reason: string };
      expect(reason).toMatch(/^\d{4}-11-2\d \d\d:\d\d 已经过去了/);
    },
  );

  it('refuses what is more than a year away', () => {
    expect(parse('2027-11-27 10:00')).toEqual({
      ok: false,
      reason: '2027-11-27 10:00 太远了，请写一年以内的时间。',
    });
  });
});
