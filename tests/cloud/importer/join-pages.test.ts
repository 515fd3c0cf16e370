import { describe, expect, it } from '@jest/globals';
import { type FetchMore, joinPages } from '../../../cloud/importer/join-pages.ts';
import { MAX_PAGES } from '../../../cloud/importer/limits.ts';
import type { PageFacts, RawPage } from '../../../cloud/importer/page.ts';
import { readPage } from '../../../cloud/importer/read-page.ts';
import { fail, succeed } from '../../../cloud/importer/result.ts';
import { warnings } from '../../../cloud/importer/words.ts';

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
