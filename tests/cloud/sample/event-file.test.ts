import { describe, expect, it } from '@jest/globals';
import { parseEventFile } from '../../../cloud/sample/event-file.ts';

const EVENT = {
  title: '读书会',
  status: 'scheduled',
  start: { day: 3, time: '09:30' },
  end: { day: 3, time: '11:30' },
  venue: { name: '中心', address: '示例路1号', latitude: 22.5, longitude: 113 },
  organiser: '江门市妇联',
  phone: '0750-5550101',
  cover: { file: 'images/a.webp', alt: '' },
  article: 'notices/a',
  body: '<p>一</p>',
};

describe('an event file', () => {
  it('is read', () => {
    expect(parseEventFile(JSON.stringify(EVENT))).toEqual({ ok: true, event: EVENT });
    const { phone, cover, article, ...least } = { ...EVENT, venue: { name: '中心', address: '' } };
    expect([phone, cover, article]).not.toContain(undefined);
    expect(parseEventFile(JSON.stringify(least))).toEqual({ ok: true, event: least });
  });

  it.each([
    ['a field that is missing', { title: undefined }, /^\/: .*title/],
    ['an empty field', { organiser: '' }, /^\/organiser: /],
    ['a status that does not exist', { status: 'ongoing' }, /^\/status/],
    ['a time that does not exist', { start: { day: 1, time: '24:00' } }, /^\/start\/time: /],
    ['a field that nobody reads', { venu: 1 }, /^\/: .*|venu/],
    ['an end before the start', { end: { day: 3, time: '09:30' } }, /^\/end: must be after start$/],
    ['half a place', { venue: { name: '中心', address: '', latitude: 1 } }, /^\/venue: /],
  ])('is refused for %s', (_name, change, problem) => {
    const parsed = parseEventFile(JSON.stringify({ ...EVENT, ...change }));
    expect(parsed).toEqual({
      ok: false,
      problems: expect.arrayContaining([expect.stringMatching(problem)]),
    });
  });

  it('is refused when it is no JSON', () => {
    expect(parseEventFile('{')).toEqual({ ok: false, problems: [expect.stringContaining('JSON')] });
  });
});
