import { describe, expect, it } from '@jest/globals';
import {
  type ArticleContent,
  type ContentValues,
  findChanges,
  findKept,
  isSame,
  mergeCorrection,
  mergeImport,
} from '../../../cloud/domain/article-content.ts';

const toBody = (text: string) => ({
  blocks: [{ kind: 'paragraph' as const, spans: [{ text }] }],
  attachments: [],
});
const CONTENT: ArticleContent = {
  ...{ title: '标题', source: '妇联', publishedAt: '2026-11-01', channelId: 'news' },
  ...{ summary: '摘要', body: toBody('正文') },
};
const stored = (siteValues: ContentValues = {}) => ({ content: CONTENT, siteValues });

describe('an import of an article that an editor may have corrected', () => {
  it.each<[string, ContentValues, ContentValues, Partial<ArticleContent>, string[]]>([
    ['nothing corrected', {}, { title: '新题' }, { title: '新题' }, []],
    [
      'the title corrected',
      { title: '错题' },
      { title: '新题', source: '新' },
      { source: '新' },
      ['title'],
    ],
    ['the title corrected as the site has it now', { title: '错题' }, { title: '标题' }, {}, []],
    [
      'the body corrected',
      { body: toBody('错'), summary: '错' },
      { body: toBody('新'), summary: '新' },
      {},
      ['summary', 'body'],
    ],
  ])('%s', (_name, siteValues, incoming, changes, kept) => {
    const merged = mergeImport(stored(siteValues), { ...CONTENT, ...incoming });
    expect(merged.content).toEqual({ ...CONTENT, ...changes });
    expect(Object.keys(merged.siteValues).sort()).toEqual(Object.keys(siteValues).sort());
    expect(findKept(merged)).toEqual(kept);
  });

  it('never lets go of a correction by itself', () => {
    let now = stored({ title: '错题' });
    for (const title of ['标题', '又一题']) now = mergeImport(now, { ...CONTENT, title });
    expect(now).toMatchObject({ content: { title: '标题' }, siteValues: { title: '又一题' } });
  });
});

describe('a correction', () => {
  it('remembers what the site says, also through a second one', () => {
    const once = mergeCorrection(stored(), { title: '甲' });
    expect(once).toEqual({ content: { ...CONTENT, title: '甲' }, siteValues: { title: '标题' } });
    const twice = mergeCorrection(once, { title: '乙', source: '丙' });
    expect(twice.siteValues).toEqual({ title: '标题', source: '妇联' });
  });

  it('to the words of the site follows the site again', () => {
    const once = mergeCorrection(stored(), { title: '甲', source: '乙' });
    expect(mergeCorrection(once, { title: '标题' }).siteValues).toEqual({ source: '妇联' });
  });

  it('of the body holds the summary too, which tells of it', () => {
    const { siteValues } = mergeCorrection(stored(), { body: toBody('新') });
    expect(siteValues).toEqual({ body: CONTENT.body, summary: '摘要' });
  });
});

it.each<[unknown, unknown, boolean]>([
  [{ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: 1 }, { b: 1 }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [null, {}, false],
  ['1', 1, false],
])('%j and %j are the same: %s', (a, b, same) => {
  expect(isSame(a, b)).toBe(same);
  expect(isSame(b, a)).toBe(same);
});

it('finds the parts that differ, in their order', () => {
  const to = { ...CONTENT, body: toBody('新'), title: '新' };
  expect(findChanges(CONTENT, to)).toEqual(['title', 'body']);
});
