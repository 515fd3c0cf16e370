import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createPageReader,
  type PageReader,
} from '../../../../cloud/importer/isolation/page-reader.ts';
import type { RawPage } from '../../../../cloud/importer/page.ts';
import { readPage } from '../../../../cloud/importer/read-page.ts';
import { reasons } from '../../../../cloud/importer/words.ts';
import { makeDocx, p, styled } from '../docx/docx-files.ts';

const toPage = (html: string): RawPage => ({
  bytes: Buffer.from(html),
  base: { kind: 'web', address: 'https://fl.jiangmen.cn/column/sub/202401/t1.html' },
  format: 'html',
  charset: undefined,
});
const HEAD = '<h1>标题</h1><p>文章出处：甲</p><p>发布时间：2024-01-01</p>';
const plain = toPage(`${HEAD}<div><p>正文一段，好让正文找得到。</p></div>`);
/** Just below the number of elements that is refused at once. */
const large = toPage(`${HEAD}${'<p>文</p>'.repeat(190_000)}`);

describe('a page read in a thread of its own', () => {
  let reader: PageReader;
  beforeAll(() => {
    reader = createPageReader();
  });
  afterAll(() => reader.close());

  it('says the same as when read here', async () => {
    const here = await readPage(plain);
    expect(here.ok).toBe(true);
    expect(await reader.read(plain)).toEqual(here);
  });

  it('is read after the one before, and each gets its own answer', async () => {
    const pages = Array.from({ length: 20 }, (_, at) =>
      toPage(`<h1>第${at}篇</h1><p>发布时间：2024-01-01</p><div><p>正文一段。</p></div>`),
    );
    const read = await Promise.all(pages.map(reader.read));
    expect(read.map((page) => (page.ok ? page.value.title : page.reason))).toEqual(
      pages.map((_, at) => `第${at}篇`),
    );
  });

  it('waits for a Word file that the thread reads in several turns', async () => {
    const one = createPageReader(undefined, 1);
    const toWord = (title: string): RawPage => ({
      bytes: makeDocx(`${styled('Title', title)}${p('来源：示例区妇联')}`),
      base: { kind: 'local', file: '/folder/a.docx', root: '/folder' },
      format: 'docx',
      charset: undefined,
    });
    try {
      const read = await Promise.all([toWord('甲'), plain, toWord('乙'), plain].map(one.read));
      expect(read.map((page) => (page.ok ? page.value.title : page.reason))).toEqual([
        '甲',
        '标题',
        '乙',
        '标题',
      ]);
    } finally {
      await one.close();
    }
  });
});

describe('a page that exhausts its thread', () => {
  it.each([
    ['memory', { heapMegabytes: 40, timeoutMs: 20_000 }, reasons.exhaustsMemory(40)],
    ['time', { heapMegabytes: 512, timeoutMs: 100 }, reasons.exhaustsTime(100)],
  ])('is refused for its %s, and costs the next one nothing', async (_name, limits, reason) => {
    const reader = createPageReader(limits, 1);
    try {
      const [refused, next] = await Promise.all([reader.read(large), reader.read(large)]);
      expect(refused).toEqual({ ok: false, reason });
      expect(next).toEqual({ ok: false, reason });
    } finally {
      await reader.close();
    }
  });

  it('leaves the thread after it able to read', async () => {
    const reader = createPageReader({ heapMegabytes: 40, timeoutMs: 20_000 }, 1);
    try {
      const [refused, read] = await Promise.all([reader.read(large), reader.read(plain)]);
      expect(refused.ok).toBe(false);
      expect(read.ok).toBe(true);
    } finally {
      await reader.close();
    }
  });
});

describe('a reader that was closed', () => {
  it('reads nothing more, and fails what it was reading', async () => {
    const reader = createPageReader();
    const reading = reader.read(large);
    await reader.close();
    expect(await reading).toEqual({ ok: false, reason: reasons.readerClosed });
    expect(await reader.read(plain)).toEqual({ ok: false, reason: reasons.readerClosed });
  });
});
