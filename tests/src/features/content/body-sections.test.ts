import { describe, expect, it } from '@jest/globals';
import { toBodySections } from '../../../../src/features/content/body-sections.ts';
import type { Block } from '../../../../types/block.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', spans: [{ text }] });
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
/** One setData may carry 256 KB; the nodes around the words cost more than the blocks themselves. */
const HALF_OF_A_SETDATA = 128 * 1024;

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
    [
      'a table of 1,000 rows',
      [
        {
          kind: 'table',
          header: true,
          rows: Array.from({ length: 1_000 }, () => ({
            cells: Array.from({ length: 8 }, () => ({ spans: [{ text: '会议室' }] })),
          })),
        },
      ],
    ],
  ])('sends %s in pieces', (_name, blocks) => {
    const sections = toBodySections(blocks);
    expect(sections.length).toBeGreaterThan(1);
    for (const section of sections) expect(bytesOf(section)).toBeLessThan(HALF_OF_A_SETDATA);
  });
});
