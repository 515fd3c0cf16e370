import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from '../../../cloud/domain/clean-text.ts';

describe('a clean text', () => {
  it.each([
    [
      'line ends and repeated spaces',
      ' 关于\r\n  开展\u3000\u00a0\t活动\u2028通知\u0085\n',
      '关于 开展 活动 通知',
    ],
    ['controls', '活\u0000动\u001b[2J\u007f', '活动[2J'],
    ['zero width', '江\u200b门\u2060市\ufeff妇\u00ad联\u200c\u200d', '江门市妇联'],
    ['directions', '\u202eسلام\u202c \u2066abc\u2069\u200f', 'سلام abc'],
    ['lone surrogates', 'a\ud83db\ude00c', 'abc'],
    ['halves with something between them', 'a\ud83d\u0000\ude00b', 'ab'],
    ['spaces around what is removed', 'a \u200b b', 'a b'],
    ['private and unassigned', 'a\ue000b\uffffc\u{10fffe}', 'abc'],
    ['fillers', '\u3164\u115fa', 'a'],
    ['emoji stay whole', '👩‍👩‍👧‍👦❤️‍🔥👍🏽1️⃣', '👩‍👩‍👧‍👦❤️‍🔥👍🏽1️⃣'],
    ['joiners that join no emoji', '字\u200d\ufe0f字', '字字'],
    ['combining marks stay', 'e\u0301 ก็', 'e\u0301 ก็'],
    ['outside the first plane', '𠮷野家', '𠮷野家'],
  ])('%s', (_, text, clean) => expect(cleanText(text)).toBe(clean));

  it('is well-formed, on one line, and clean already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u200b]| {2}|^ | $/u);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});
