import { describe, expect, it } from '@jest/globals';
import { type FetchMore, joinPages } from '../../../cloud/importer/join-pages.ts';
import { MAX_PAGES } from '../../../cloud/importer/limits.ts';
import type { PageFacts, RawPage } from '../../../cloud/importer/page.ts';
import { readPage } from '../../../cloud/importer/read-page.ts';
import { fail, succeed } from '../../../cloud/importer/result.ts';
import { reasons, warnings } from '../../../cloud/importer/words.ts';

const SITE = 'https://fl.example.cn/a/';
const toAddress = (number: number) => `${SITE}t1${number === 1 ? '' : `_${number - 1}`}.html`;

/** A page that links to the pages `links`. */
const toHtml = (text: string, links: readonly number[], title = '长篇') =>
  `<h1>${title}</h1><p>来源：甲　时间：2024-03-05</p><div><p>${text}，写得长一些。</p></div><div>${links
    .map((number) => `<a href="${toAddress(number)}">${number}</a>`)
    .join(
      ' ',
    )} <a href="${toAddress(links.at(-1) ?? 1)}">下一页</a></div><p>上一篇：<a href="t2.html">别的</a></p>`;

const toPage = (html: string, address: string): RawPage => ({
  bytes: Buffer.from(html),
  base: { kind: 'web', address },
  format: 'html',
  charset: undefined,
});

async function readFacts(html: string): Promise<PageFacts> {
  const facts = await readPage(toPage(html, toAddress(1)));
  if (!facts.ok) throw new Error(facts.reason);
  return facts.value;
}

async function join(first: string, more: Record<string, string>) {
  const asked: string[] = [];
  const fetchMore: FetchMore = async (target) => {
    const address = target.kind === 'web' ? target.url : target.path;
    asked.push(address);
    const html = more[address];
    return html === undefined ? fail('没有') : succeed(toPage(html, address));
  };
  const facts = await readFacts(first);
  const whole = await joinPages(facts, { kind: 'web', address: toAddress(1) }, fetchMore, readPage);
  const texts = whole.blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.spans
          .map(({ text }) => text)
          .join('')
          .split('，')[0]
      : '',
  );
  return { ...whole, texts, asked };
}

describe('an article of several pages', () => {
  it('is joined in order, each page once', async () => {
    const found = await join(toHtml('一', [3, 2]), {
      [toAddress(2)]: toHtml('二', [1, 3]),
      [toAddress(3)]: toHtml('三', [1, 2]),
    });
    expect(found).toMatchObject({ texts: ['一', '二', '三'], pages: 3, warnings: [] });
    expect(found.asked).toEqual([toAddress(2), toAddress(3)]);
  });

  it('is followed from page to page where each names only the next', async () => {
    const found = await join(toHtml('一', [2]), {
      [toAddress(2)]: toHtml('二', [3]),
      [toAddress(3)]: toHtml('三', []),
    });
    expect(found.texts).toEqual(['一', '二', '三']);
  });

  it('says which page could not be read, and goes on', async () => {
    const found = await join(toHtml('一', [2, 3]), { [toAddress(3)]: toHtml('三', []) });
    expect(found.texts).toEqual(['一', '三']);
    expect(found.warnings).toEqual([warnings.pageMissing(toAddress(2), '没有')]);
  });

  it('takes nothing from another article', async () => {
    const found = await join(toHtml('一', [2]), { [toAddress(2)]: toHtml('二', [], '别的文章') });
    expect(found.texts).toEqual(['一']);
    expect(found.warnings).toEqual([warnings.pageOfAnother(toAddress(2))]);
    expect(found.missing).toEqual([toAddress(2)]);
  });

  it.each([
    ['by its title', toHtml('您访问的页面已被删除', [], '页面不存在')],
    [
      'by a number as title',
      '<html><head><title>404</title></head><body><p>没有</p></body></html>',
    ],
    ['by its words alone', '<html><body><div><p>您访问的页面已被删除</p></div></body></html>'],
    ['by other words', '<html><body><p>抱歉，找不到您要的网页。</p></body></html>'],
    ['in English', '<html><body><p>404 Not Found</p></body></html>'],
  ])('lacks a page in whose place a notice stands: %s', async (_name, notice) => {
    const found = await join(toHtml('一', [2]), { [toAddress(2)]: notice });
    expect(found).toMatchObject({
      ...{ texts: ['一'], missing: [toAddress(2)] },
      warnings: [warnings.pageMissing(toAddress(2), reasons.saysNotFound)],
    });
  });

  it('lacks a page that has nothing in it', async () => {
    const empty = toHtml('', []).replace(/<p>，[^<]*<\/p>/, '');
    const found = await join(toHtml('一', [2]), { [toAddress(2)]: empty });
    expect(found).toMatchObject({ texts: ['一'], missing: [toAddress(2)] });
  });

  it.each([
    ['a short page', '<html><body><div><p>全文完，作者为江门市妇联。</p></div></body></html>'],
    [
      'a page that speaks of it at length',
      `<html><body><div><p>${'有的老人手机打不开，无法访问网页，志愿者耐心地教。'.repeat(3)}</p></div></body></html>`,
    ],
    ['an article on it', toHtml('404 页面不存在', [], '长篇')],
  ])('takes for no notice %s', async (_name, html) => {
    const found = await join(toHtml('一', [2]), { [toAddress(2)]: html });
    expect(found).toMatchObject({ pages: 2, missing: [] });
  });

  it('takes a page once that a server gives for every number', async () => {
    const first = toHtml('一', [2]);
    expect((await join(first, { [toAddress(2)]: first })).texts).toEqual(['一']);
  });

  it('ends after so many pages', async () => {
    const more = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [toAddress(at + 2), toHtml(`${at + 2}`, [at + 3])]),
    );
    const found = await join(toHtml('1', [2]), more);
    expect(found).toMatchObject({ pages: MAX_PAGES, warnings: [warnings.tooManyPages(MAX_PAGES)] });
    expect(found.asked).toHaveLength(MAX_PAGES - 1);
  });
});
