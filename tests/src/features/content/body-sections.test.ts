import { describe, expect, it } from '@jest/globals';
import { toBodySections } from '../../../../src/features/content/body-sections.ts';
import type { BodyPart } from '../../../../src/features/content/split-block.ts';
import { toTableGrid } from '../../../../src/features/content/table-grid.ts';
import type { Block, Span } from '../../../../types/block.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', spans: [{ text }] });
const list = (texts: string[]): Block => ({
  kind: 'list',
  ordered: true,
  items: texts.map((text) => ({ spans: [{ text }] })),
});
const table = (rows: number, columns: number, text: string): Block => ({
  kind: 'table',
  header: false,
  rows: Array.from({ length: rows }, () => ({
    cells: Array.from({ length: columns }, () => ({ spans: [{ text }] })),
  })),
});
/** One setData may carry 256 KB. */
const HALF_OF_A_SETDATA = 128 * 1024;

/** A node in the shape in which Taro sends it, with every property that the views give theirs. */
const node = (className: string, children: unknown[], more: object = {}) => ({
  cn: children,
  sid: '_AAAA',
  nn: '42',
  cl: className,
  ...more,
});
const words = (text: string) => ({ v: text, sid: '_AAAA', nn: '8' });
const runs = (spans: readonly Span[]) =>
  spans.map(({ text, bold, href }) =>
    bold || href ? node('bold link', [words(text)], { ariaRole: 'link' }) : words(text),
  );

function toNodes(part: BodyPart): unknown {
  switch (part.kind) {
    case 'paragraph':
    case 'quote':
      return node('paragraph', runs(part.spans), { userSelect: true });
    case 'heading':
    case 'unknown':
      return node('heading heading-minor', [words(part.text)], { ariaRole: 'heading' });
    case 'list':
      return node(
        'list',
        part.items.map(({ spans }) =>
          node(
            'list-item',
            [
              node('list-mark', [words('10000.')]),
              node('list-words', runs(spans), { userSelect: true }),
            ],
            { ariaRole: 'listitem' },
          ),
        ),
        { ariaRole: 'list' },
      );
    case 'table':
      return node(
        'table-frame',
        toTableGrid(part).rows.map((cells) =>
          node(
            'table-row',
            cells.map(({ cell, area }) =>
              node('cell cell-header', [node('', runs(cell.spans))], {
                st: `grid-area:${area}`,
                ariaRole: 'columnheader',
              }),
            ),
            { ariaRole: 'row' },
          ),
        ),
        { st: 'grid-template-columns:repeat(100,minmax(4.5em,auto))', scrollX: true },
      );
    case 'image':
      return node('picture', [
        node('picture-image', [], { src: part.url, ariaLabel: part.alt || part.caption }),
        node('picture-caption', [words(part.caption ?? '')]),
      ]);
    case 'divider':
      return node('divider', []);
  }
}

const bytesOf = (section: readonly BodyPart[]) =>
  Buffer.byteLength(JSON.stringify(node('section', section.map(toNodes))));

/** How often each character stands in a text; the order across columns changes where a row is cut. */
function countCharacters(value: unknown): Record<string, number> {
  const counts: Record<string, number> = {};
  JSON.stringify(value, (name, member) => {
    if (typeof member !== 'string' || !['text', 'alt', 'caption'].includes(name)) return member;
    for (const character of member) counts[character] = (counts[character] ?? 0) + 1;
    return member;
  });
  return counts;
}

describe('toBodySections', () => {
  it('keeps a short text in one section', () => {
    const blocks = [paragraph('一'), paragraph('二')];
    expect(toBodySections(blocks)).toEqual([blocks]);
  });

  it('gives a body without blocks no section', () => {
    expect(toBodySections([])).toEqual([]);
  });

  it('divides 900 paragraphs into sections of at most 50, a small one first, all in order', () => {
    const blocks = Array.from({ length: 900 }, (_, index) => paragraph(`第${index}段`));
    const sections = toBodySections(blocks);
    expect(sections[0]).toHaveLength(20);
    expect(Math.max(...sections.map((section) => section.length))).toBe(50);
    expect(sections.flat()).toEqual(blocks);
  });

  it.each<[string, Block[]]>([
    ['long paragraphs', Array.from({ length: 60 }, () => paragraph('妇'.repeat(3_000)))],
    ['one endless paragraph', [paragraph('女'.repeat(200_000))]],
    [
      'a list of 3,000 items',
      [
        {
          kind: 'list',
          ordered: true,
          items: Array.from({ length: 3_000 }, () => ({ spans: [{ text: '联'.repeat(40) }] })),
        },
      ],
    ],
    ['a table of 1,000 rows', [table(1_000, 8, '会议室')]],
    [
      'a list of 50 items of 9,000 characters',
      [list(Array.from({ length: 50 }, () => '联'.repeat(9_000)))],
    ],
    ['a list of one endless item', [list(['女'.repeat(400_000)])]],
    ['a list of one endless item of escaped characters', [list(['"\n\u0001'.repeat(50_000)])]],
    ['a column of 30 cells of 10,000 characters', [table(30, 1, '妇'.repeat(10_000))]],
    ['a row of 30 cells of 10,000 characters', [table(1, 30, '妇'.repeat(10_000))]],
    ['a row of 3,000 cells', [table(1, 3_000, '妇')]],
    ['an endless heading', [{ kind: 'heading', level: 2, text: '题'.repeat(120_000) }]],
    ['an endless unknown block', [{ kind: 'unknown', text: '文😀'.repeat(40_000) }]],
    [
      'a picture with an endless caption',
      [{ kind: 'image', url: '/a.png', alt: '图'.repeat(60_000), caption: '景'.repeat(60_000) }],
    ],
    [
      'a paragraph of 5,000 spans',
      [
        {
          kind: 'paragraph',
          spans: Array.from({ length: 5_000 }, (_, index) => ({
            text: '字',
            ...(index % 2 === 1 && { bold: true }),
          })),
        },
      ],
    ],
  ])('sends %s in pieces, and all of it', (_name, blocks) => {
    const sections = toBodySections(blocks);
    expect(sections.length).toBeGreaterThan(1);
    for (const section of sections) expect(bytesOf(section)).toBeLessThanOrEqual(HALF_OF_A_SETDATA);
    expect(countCharacters(sections)).toEqual(countCharacters(blocks));
  });
});
