import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { type FeedEntry, toJsonFeed, toRss } from '../../../cloud/domain/feed-documents.ts';
import type { Block } from '../../../types/block.ts';
import { anyAddress, anyBlock, anyFile, anyText } from '../../support/any-blocks.ts';

const HOME = 'https://news.example.cn';
const HEAD = { home: HOME, path: '/feed.json' };

/** The only tags and attributes that a reader of the feeds may get. */
const TAGS = new Set(
  'p h2 h3 a strong em u br figure img figcaption ul ol li blockquote table tbody tr th td hr'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(['href', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan']);
const ADDRESSES: Record<string, RegExp> = {
  href: /^(?:https?:|tel:|mailto:)/i,
  src: /^https?:\/\//i,
};

/** XML 1.0's characters, without those that HTML calls an error. */
function isSpeakable(character: string): boolean {
  const code = character.codePointAt(0) as number;
  if (code < 0x20) return [0x09, 0x0a, 0x0d].includes(code);
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  const isNone = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
  return !isHalf && !isNone && !(code >= 0x7f && code <= 0x9f);
}

const toSpeakable = (text: string) => [...text].filter(isSpeakable).join('');
const toWords = (text: string) => toSpeakable(text).replace(/\s/g, '');

type Node = DefaultTreeAdapterTypes.Node;
const listElements = (node: Node): DefaultTreeAdapterTypes.Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(listElements) : []),
];
const readText = (node: Node): string => {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(readText).join('') : '';
};

/** The words that a block shows, by the contract; a film or file without a name shows its address. */
function readBlock(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const { kind, text, url = '' } = value as { kind?: string; text?: string; url?: string };
  if (text === '' && ['video', 'audio', 'attachment'].includes(kind ?? ''))
    return url.startsWith('/') ? HOME + url : url;
  return Object.entries(value)
    .map(([name, member]) => {
      const isText = typeof member === 'string' && (name === 'text' || name === 'caption');
      return isText ? toSpeakable(member) : readBlock(member);
    })
    .join('');
}

/** Whatever stands in the blocks: HTML without an error, all of its words, and nothing that could run. */
function expectSound(html: string, blocks: readonly Block[]): void {
  const errors: string[] = [];
  const tree = parseFragment(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code }) => errors.push(code),
  });
  expect(errors).toEqual([]);
  expect(toWords(readText(tree))).toBe(toWords(blocks.map(readBlock).join('')));
  for (const { tagName, attrs } of listElements(tree)) {
    expect(TAGS).toContain(tagName);
    for (const { name, value } of attrs) {
      expect(ATTRIBUTES).toContain(name);
      if (ADDRESSES[name] !== undefined) expect(value).toMatch(ADDRESSES[name]);
    }
  }
}

const anyEntry: fc.Arbitrary<FeedEntry> = fc.record(
  {
    id: fc.constant('0123456789ab'),
    title: anyText,
    summary: anyText,
    source: anyText,
    publishedAt: fc.constantFrom('2024-03-05', '2024-03-05T09:05:07+08:00'),
    channelName: anyText,
    originUrl: anyAddress,
    coverUrl: anyAddress,
    blocks: fc.array(anyBlock, { maxLength: 5 }),
    attachments: fc.array(anyFile, { maxLength: 2 }),
  },
  {
    requiredKeys: [
      'id',
      'title',
      'summary',
      'source',
      'publishedAt',
      'channelName',
      'blocks',
      'attachments',
    ],
  },
);

const parser = new XMLParser({
  ...{ ignoreAttributes: false, parseTagValue: false, parseAttributeValue: false },
  ...{ trimValues: false, htmlEntities: true },
});

describe('the feeds of any article', () => {
  it('JSON Feed: sound HTML, addresses of the web alone', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const feed = JSON.parse(JSON.stringify(toJsonFeed(HEAD, [entry])));
        const [item] = feed.items;
        expectSound(item.content_html, entry.blocks);
        expect(item).toMatchObject({ title: entry.title, summary: entry.summary });
        for (const { url } of [item, ...item.attachments, { url: item.image }])
          if (url !== undefined) expect(url).toMatch(/^https?:\/\//i);
      }),
      { numRuns: 400 },
    );
  });

  it('RSS: well-formed, the same HTML in it, every text unharmed', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const xml = toRss(HEAD, [entry]);
        expect([...xml].every(isSpeakable)).toBe(true);
        expect(XMLValidator.validate(xml)).toBe(true);
        const { item } = parser.parse(xml).rss.channel;
        expectSound(item['content:encoded'], entry.blocks);
        for (const [name, text] of [
          ['title', entry.title],
          ['description', entry.summary],
          ['dc:creator', entry.source],
          ['category', entry.channelName],
        ] as const)
          expect(toWords(item[name])).toBe(toWords(text));
        for (const url of [item.link, item.enclosure?.['@_url']])
          if (url !== undefined) expect(url).toMatch(/^https?:\/\//i);
      }),
      { numRuns: 400 },
    );
  });
});
