import { describe, expect, it } from '@jest/globals';
import { toFileLine, toUnopenableWords } from '../../../../src/features/content/content-words.ts';

describe('toFileLine', () => {
  it.each([
    ['pdf', 131_072, 'PDF · 128 KB'],
    ['docx', 900, 'DOCX · 900 B'],
    ['xlsx', 5_400_000, 'XLSX · 5.1 MB'],
    ['pdf', undefined, 'PDF'],
    ['', 2_048, '2 KB'],
    ['', undefined, ''],
  ])('%s of %s bytes is %s', (fileType, size, words) => {
    expect(toFileLine(fileType, size)).toBe(words);
  });
});

describe('toUnopenableWords', () => {
  it.each([
    ['zip', true, '微信里打不开 zip 文件，下载地址已复制，请用电脑打开'],
    ['zip', false, '微信里打不开 zip 文件，请到网站下载'],
    ['', true, '微信里打不开这个文件，下载地址已复制，请用电脑打开'],
  ])('%s, copied: %s', (fileType, isCopied, words) => {
    expect(toUnopenableWords(fileType, isCopied)).toBe(words);
  });
});
