import { describe, expect, it } from '@jest/globals';
import { toOneLine, trimText } from '../../../cloud/importer/trim-text.ts';

describe('a text on one line', () => {
  it.each([
    ['blanks in a row', ' 妇联 \u3000\n 活动\t', '妇联 活动'],
    ['an invisible blank within a word', '妇\u200B联\uFEFF活动', '妇联活动'],
    ['blanks around an invisible one', '妇联 \u2060 活动', '妇联 活动'],
    ['people joined into one sign', '👩\u200D👧 亲子', '👩\u200D👧 亲子'],
    ['nothing but blanks', ' \u200B\u3000', ''],
    ['nothing', '', ''],
  ])('%s', (_name, text, line) => {
    expect(toOneLine(text)).toBe(line);
  });
});

describe('a trimmed text', () => {
  it.each([
    ['\u3000妇\u200B 联\u200D', '妇\u200B 联'],
    ['妇 联', '妇 联'],
    ['a', 'a'],
    ['\u00A0', ''],
    ['', ''],
  ])('%j', (text, trimmed) => {
    expect(trimText(text)).toBe(trimmed);
  });
});
