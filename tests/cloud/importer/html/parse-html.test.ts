import { describe, expect, it } from '@jest/globals';
import { parseHtml } from '../../../../cloud/importer/html/parse-html.ts';
import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS } from '../../../../cloud/importer/limits.ts';
import { reasons } from '../../../../cloud/importer/words.ts';

const deep = reasons.tooDeep(MAX_DEPTH);
const many = reasons.tooManyElements(MAX_ELEMENTS);
const wide = reasons.tooManyAttributes(MAX_ATTRIBUTES);
/** The reason alone: a tree of this size must not end up in a message. */
const parseToReason = (html: string) => {
  const page = parseHtml(html);
  return page.ok ? 'parsed' : page.reason;
};
const attributes = (count: number, toText: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => toText(at)).join('');

describe('a page that is too much', () => {
  it.each([
    ['50,000 tags in each other', '<div>'.repeat(50_000), deep],
    ['50,000 formatting tags', '<b>'.repeat(50_000), deep],
    ['50,000 tables in each other', '<table><tr><td>'.repeat(50_000), deep],
    [
      'formatting that every paragraph opens again',
      `<p>${attributes(400, (at) => `<b x${at}>`)}${'<p>x</p>'.repeat(1000)}`,
      many,
    ],
    ['a million paragraphs', '<p>'.repeat(1_000_000), many],
    ['a tag of 100,000 attributes', `<p${attributes(100_000, (at) => ` a${at}`)}>`, wide],
    ['a tag of quoted attributes', `<p${attributes(2000, (at) => `/a${at}='>'`)}>`, wide],
  ])('is refused: %s', (_name, html, expected) => {
    expect(parseToReason(html)).toBe(expected);
  });

  it.each([
    ['nesting up to the limit', '<div>'.repeat(MAX_DEPTH - 2)],
    ['many paragraphs one after the other', '<p>文</p>'.repeat(20_000)],
    ['misnested formatting', '<b><p>一</b>二</p>'.repeat(2000)],
    ['a script that compares', `<script>${'if (a<b && c) d = e;'.repeat(5000)}</script>`],
  ])('is not refused for %s', (_name, html) => {
    expect(parseToReason(html)).toBe('parsed');
  });
});
