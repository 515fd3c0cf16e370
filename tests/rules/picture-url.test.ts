import { describe, expect, it } from '@jest/globals';
import { toFittingUrl, toPictureUrl } from '../../rules/picture-url.ts';

const WIDTHS = [320, 640, 900];

describe('the width that a picture is asked for in', () => {
  it.each<[number, number | undefined, string]>([
    [100, 1600, '/media/h-320.webp'],
    [320, 1600, '/media/h-320.webp'],
    [639, 1600, '/media/h-320.webp'],
    [1005, 1200, '/media/h-900.webp'],
    [1200, 1200, '/media/h.webp'],
    [2000, 1600, '/media/h.webp'],
    [2000, undefined, '/media/h-900.webp'],
  ])('%s pixels of one of %s', (wanted, own, expected) => {
    expect(toPictureUrl('/media/h.webp', WIDTHS, wanted, own)).toBe(expected);
  });

  it('is its own where there are no others', () => {
    expect(toPictureUrl('https://a.example/b.png', [], 10)).toBe('https://a.example/b.png');
    expect(toPictureUrl('/media/h', WIDTHS, 700)).toBe('/media/h');
  });

  it.each([
    ['a card', { width: 336, height: 252 }, '/media/h-320.webp'],
    ['the leading card', { width: 1005, height: 564 }, '/media/h-900.webp'],
    ['the text', { width: 1005 }, '/media/h-900.webp'],
    ['a large screen', { width: 1300, height: 900 }, '/media/h.webp'],
  ])('has no more pixels than %s', (_name, room, expected) => {
    const picture = { url: '/media/h.webp', width: 1200, height: 800, widths: WIDTHS };
    expect(toFittingUrl(picture, room)).toBe(expected);
  });
});
