import { expect, it } from '@jest/globals';
import { toReadingMinutes } from '../../../cloud/domain/reading-time.ts';
import type { Block } from '../../../types/block.ts';

const p = (text: string): Block => ({ kind: 'paragraph', spans: [{ text }] });
const image: Block = { kind: 'image', url: '/a', alt: '' };

it.each<[string, Block[], number | undefined]>([
  ['nothing', [{ kind: 'divider' }], undefined],
  ['a line', [p('一行')], 1],
  ['1,200 characters', [p('字'.repeat(700)), p('字'.repeat(500))], 3],
  ['600 words', [p('word '.repeat(600))], 3],
  ['pictures', Array.from({ length: 24 }, () => image), 2],
])('%s', (_name, blocks, expected) => {
  expect(toReadingMinutes(blocks)).toBe(expected);
});
