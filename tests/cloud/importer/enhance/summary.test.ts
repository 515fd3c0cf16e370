import { describe, expect, it } from '@jest/globals';
import { toSummary } from '../../../../cloud/importer/enhance/summary.ts';
import type { Block } from '../../../../types/block.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', spans: [{ text }] });

describe('summary', () => {
  it.each<[string, Block[], string]>([
    ['nothing', [], ''],
    ['no words', [{ kind: 'divider' }, { kind: 'heading', level: 2, text: '一' }], ''],
    ['a short body', [paragraph('一\n二'), paragraph('三')], '一 二 三'],
    ['80 characters', [paragraph('字'.repeat(80))], '字'.repeat(80)],
    ['81 characters', [paragraph('字'.repeat(81))], `${'字'.repeat(79)}…`],
    ['characters of two units', [paragraph('👩'.repeat(100))], `${'👩'.repeat(79)}…`],
    [
      'lists and quotes',
      [
        {
          kind: 'list',
          ordered: false,
          items: [{ spans: [{ text: '甲' }] }, { spans: [{ text: '乙' }] }],
        },
        { kind: 'quote', spans: [{ text: '丙' }] },
      ],
      '甲 乙 丙',
    ],
  ])('of %s', (_name, blocks, expected) => {
    expect(toSummary(blocks)).toBe(expected);
  });
});
