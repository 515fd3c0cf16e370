import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import type { SearchPage, SearchSuggestions, TextPart } from '../../../types/search.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { makeArticleDraft } from '../../support/drafts.ts';
import { saveSearchArticles } from '../../support/search-fixtures.ts';

/** The dictionary and 143 articles, on a machine busy with other tests. */
const SETUP_MS = 60_000;

const toText = (parts: readonly TextPart[]) => parts.map(({ text }) => text).join('');
const toHits = (parts: readonly TextPart[]) =>
  parts.filter(({ hit }) => hit).map(({ text }) => text);

describe('searching', () => {
  let endpoint: TestApp;
  beforeAll(async () => {
    endpoint = await createTestApp();
    await saveSearchArticles(endpoint.store);
  }, SETUP_MS);
  afterAll(() => endpoint.drop());

  const search = async (query: Record<string, string>): Promise<SearchPage> => {
    const { status, body } = await endpoint.read(`/v1/search?${new URLSearchParams(query)}`);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body as SearchPage;
  };
  const save = (title: string, publishedAt: string, body: string) =>
    saveArticle(
      endpoint.store,
      makeArticleDraft({
        ...{ title, publishedAt, summary: '' },
        blocks: [{ kind: 'paragraph', spans: [{ text: body }] }],
      }),
      TEST_NOW,
    );

  it('shows what has it in the title first, then in the body, each newest first', async () => {
    const { items, exact, nextCursor } = await search({ q: '法院' });
    expect(exact).toBe(true);
    expect(nextCursor).toBeNull();
    const found = items.map(({ article }) => `${article.publishedAt} ${article.title}`);
    expect(found).toEqual([
      '2023-10-10 区人民法院开放日',
      '2025-12-21 遭遇家暴怎么办',
      '2025-12-12 反家庭暴力法实施十周年',
      '2025-12-03 人身安全保护令申请指南',
    ]);
  });

  it('marks hits in title and excerpt, by synonym too, and not across words', async () => {
    const [first] = (await search({ q: '市妇联 困难母亲' })).items;
    expect(first?.article.title).toBe('市妇女联合会走访慰问困难母亲');
    expect(toText(first?.title ?? [])).toBe(first?.article.title);
    expect(toHits(first?.title ?? [])).toEqual(['市妇女联合会', '困难母亲']);
    expect(toHits(first?.excerpt ?? [])).toEqual(['市妇女联合会', '困难母亲']);
    const { items } = await search({ q: '女工' });
    expect(items.map(({ title }) => toHits(title))).toEqual([['女工'], [], []]);
    expect(items.every(({ title, excerpt }) => toHits([...title, ...excerpt]).length > 0)).toBe(
      true,
    );
  });

  it('cuts the excerpt around the hit, full width as it was written', async () => {
    const far = '其他内容，与此无关。'.repeat(60);
    await save('很长的一篇', '2020-01-01', `${far}请拨打ＨＯＴＬＩＮＥ９９咨询，𠮷祥如意。${far}`);
    const [{ excerpt = [] } = {}] = (await search({ q: 'hotline99' })).items;
    expect(toHits(excerpt)).toEqual(['ＨＯＴＬＩＮＥ９９']);
    expect(toText(excerpt)).toMatch(/^….*咨询，𠮷祥如意。.*…$/);
    expect(toText(excerpt).length).toBeLessThan(100);
  });

  it('reads on page by page without a gap while new articles arrive', async () => {
    for (let n = 10; n < 60; n += 1) {
      const inTitle = n % 2 === 0;
      await save(inTitle ? `木棉第${n}朵` : `第${n}篇`, `2019-01-${10 + (n % 5)}`, '木棉花开');
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: SearchPage = await search({ q: '木棉', ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ article }) => article.title));
      cursor = page.nextCursor;
      pages += 1;
      await save(`木棉新到${pages}`, '2026-10-01', '木棉花开');
    } while (cursor);
    expect(pages).toBe(3);
    expect(new Set(seen).size).toBe(50);
    expect(seen.slice(0, 25).every((title) => title.startsWith('木棉第'))).toBe(true);
    expect(seen.slice(25).every((title) => title.startsWith('第'))).toBe(true);
  });

  it('keeps to a channel and to days in China, both included', async () => {
    await save('潮汐甲', '2018-03-08T00:00:00+08:00', '');
    await save('潮汐乙', '2018-03-08T23:59:59+08:00', '');
    await save('潮汐丙', '2018-03-09', '');
    const find = async (query: object) =>
      (await search({ q: '潮汐', ...query })).items.map(({ article }) => article.title);
    expect(await find({})).toEqual(['潮汐丙', '潮汐乙', '潮汐甲']);
    expect(await find({ from: '2018-03-08', to: '2018-03-08' })).toEqual(['潮汐乙', '潮汐甲']);
    expect(await find({ from: '2018-03-09' })).toEqual(['潮汐丙']);
    expect(await find({ to: '2018-03-07' })).toEqual([]);
    expect(await find({ channel: 'news' })).toHaveLength(3);
    expect(await find({ channel: 'policy' })).toEqual([]);
  });

  it('looks for the words apart, and says so, when nothing holds the phrase', async () => {
    const { items, exact } = await search({ q: '律师婚姻' });
    expect({ exact, titles: items.map(({ article }) => article.title) }).toEqual({
      exact: false,
      titles: ['婚姻登记处设立调解室'],
    });
  });

  it('finds an article by its new words once it was corrected, and not by the old', async () => {
    const draft = makeArticleDraft({ title: '更正', publishedAt: '2017-01-01' });
    const withText = (text: string) => ({
      ...draft,
      blocks: [{ kind: 'paragraph' as const, spans: [{ text }] }],
    });
    await saveArticle(endpoint.store, withText('凤凰木'), TEST_NOW);
    expect((await search({ q: '凤凰木' })).items).toHaveLength(1);
    await saveArticle(endpoint.store, withText('紫荆花'), TEST_NOW);
    expect((await search({ q: '凤凰木' })).items).toHaveLength(0);
    expect((await search({ q: '紫荆花' })).items).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' 　\t'],
    ['marks alone', '？！，。……'],
    ['emoji alone', '🎉👩‍👩‍👧'],
    ['NUL', '\0'],
    ['operators', '& | ! <-> :* ()'],
    ['SQL', `'); DROP TABLE articles; --`],
    ['quotes and backslashes', `\\'\\\\''犇\\`],
    ['a negated word', '!妇联xyz'],
    ['a word that nobody writes', '犇骉羴'],
    ['a hundred times one character', '木'.repeat(100)],
    ['many words', '妇女 儿童 老人 家庭 法律 安全 活动 社区 学校 医院 老师 孩子'],
  ])('answers %s with a list', async (_name, q) => {
    expect(await search({ q })).toMatchObject({ items: [], nextCursor: null });
  });

  it.each([
    ['a word beside operators', '法院 & !', '区人民法院开放日'],
    ['a word beside NUL', '\0广绣\0', '广绣作品亮相广交会'],
    ['a word beside emoji', '🎉广绣🎉', '广绣作品亮相广交会'],
    ['half a pair', '%ED%A0%80广绣', undefined],
  ])('takes %s', async (_name, q, title) => {
    const encoded = q.startsWith('%') ? q : encodeURIComponent(q);
    const { status, body } = await endpoint.read(`/v1/search?q=${encoded}`);
    expect(status).toBe(200);
    expect((body as SearchPage).items[0]?.article.title).toBe(title);
  });

  const tooLong = '参数 q 应为要找的词，最多 100 个字符，只能出现一次。';
  const badCursor = '参数 cursor 有误，请去掉它，从第一页重新读取。';
  it.each([
    ['101 characters', `q=${'a'.repeat(101)}`, 400, tooLong],
    ['10,000 characters', `q=${'a'.repeat(10_000)}`, 400, tooLong],
    ['two queries', 'q=a&q=b', 400, tooLong],
    [
      'no such day',
      'q=a&from=2026-02-30',
      400,
      '参数 from 或 to 不是一个存在的日期，请检查后重试。',
    ],
    ['no date', 'q=a&to=yesterday', 400, '参数 to 应为一个日期，如 2026-03-08，只能出现一次。'],
    [
      'dates turned round',
      'q=a&from=2026-02-02&to=2026-02-01',
      400,
      '参数 from 晚于 to，请把较早的日期写在 from。',
    ],
    ['an unknown channel', 'q=a&channel=sports', 404, '没有这个栏目，可用的栏目见 /v1/channels。'],
    ['a cursor that is none', 'q=a&cursor=x', 400, badCursor],
  ])('refuses %s', async (_name, query, status, detail) => {
    const answer = await endpoint.read(`/v1/search?${query}`);
    expect(answer).toMatchObject({ status, body: { status, detail } });
  });

  it('refuses the cursor of another query', async () => {
    const { nextCursor } = await search({ q: '木棉' });
    const toStatus = async (query: string) =>
      (await endpoint.read(`/v1/search?${encodeURI(query)}&cursor=${nextCursor}`)).status;
    expect(await toStatus('q=木棉')).toBe(200);
    for (const query of ['q=木', 'q=木棉&channel=news', 'q=木棉&to=2026-01-01']) {
      expect(await toStatus(query)).toBe(400);
    }
  });

  it('suggests channels, words and titles', async () => {
    const suggest = async (q: string) => {
      const { body } = await endpoint.read(`/v1/search/suggestions?${new URLSearchParams({ q })}`);
      return (body as SearchSuggestions).suggestions;
    };
    const found = await suggest('妇');
    expect(found[0]).toEqual({ kind: 'channel', text: '妇联动态', id: 'news' });
    expect(found.filter(({ kind }) => kind === 'word').map(({ text }) => text)).toContain('妇女');
    expect(found.filter(({ kind }) => kind === 'article')).toHaveLength(4);
    expect(await suggest('ａｐｐ下')).toMatchObject([{ kind: 'article', text: 'APP下线公告' }]);
    expect(await suggest('')).toEqual([]);
    expect(await suggest("%'\\🎉")).toEqual([]);
  });
});
