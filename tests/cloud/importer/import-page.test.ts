import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { importPage } from '../../../cloud/importer/import-page.ts';
import type { PageBase } from '../../../cloud/importer/page.ts';
import { reasons, warnings } from '../../../cloud/importer/words.ts';
import { NO_FILES } from '../../support/media-ports.ts';

const FIXTURES = new URL('../../fixtures/import/', import.meta.url);
const local: PageBase = { kind: 'local', file: '/nowhere/a.txt', root: '/nowhere' };
const address = 'https://fl.jiangmen.cn/news/202402/t9.html';

const importBytes = (
  bytes: Uint8Array,
  format: 'text' | 'html',
  base: PageBase = local,
  site?: string,
) => importPage({ bytes, base, format, charset: undefined }, { channelId: 'news', site }, NO_FILES);
const importText = (...lines: string[]) => importBytes(Buffer.from(lines.join('\n')), 'text');

/** The paragraphs of the fixture, to the letter. */
const PARAGRAPHS = [
  '三月的第一个星期六，二十二位志愿者沿着示例河走了三公里。',
  '她们带着夹子和布袋，“看见一片捡一片”，从上午9时走到11时30分。',
  '带队的阿芳（化名）说：“河边的路是大家一起走的，也该大家一起爱惜。”',
  '四十一袋垃圾随后送到了示例街道的回收点，其中塑料瓶 320 个、玻璃瓶 57 个。',
  '下一次活动定在四月，报名请拨打 0750-5550100。',
];

/** A telephone number in it is a link that calls it. */
const toSpans = (text: string) =>
  text
    .split(/(0750-\d{7})/)
    .map((part) => (/^0750/.test(part) ? { text: part, href: `tel:${part}` } : { text: part }));

describe('an article as text', () => {
  const draft = {
    site: '江门市妇女网',
    channelId: 'news',
    title: '巾帼志愿者在示例河畔捡拾垃圾（虚构）',
    summary: expect.stringMatching(/^三月的第一个星期六，.*…$/),
    source: '示例区妇联',
    publishedAt: '2024-03-05',
    blocks: PARAGRAPHS.map((text) => ({ kind: 'paragraph', spans: toSpans(text) })),
    attachments: [],
  };

  it.each([
    ['as it is', (text: string) => text],
    ['with CRLF and a byte order mark', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
    ['with full-width colons', (text: string) => text.replaceAll(/(出处|时间|附件):/g, '$1：')],
    ['with another bullet', (text: string) => text.replaceAll('•', '◆')],
    ['with no bullets', (text: string) => text.replaceAll('  • ', '')],
    [
      'with full-width digits in its date',
      (text: string) => text.replace('2024-03-05', '２０２４年３月５日'),
    ],
  ])('arrives complete %s', async (_name, change) => {
    const text = await readFile(new URL('river-cleanup.txt', FIXTURES), 'utf8');
    expect(await importBytes(Buffer.from(change(text)), 'text')).toEqual({
      kind: 'imported',
      draft,
      ...{ warnings: [], joined: [], missing: [] },
      media: expect.anything(),
    });
  });
});

it('imports a page of the site, and nothing that is not on the list', async () => {
  const bytes = await readFile(new URL('river-cleanup.html', FIXTURES));
  expect(await importBytes(bytes, 'html', { kind: 'web', address })).toEqual({
    kind: 'imported',
    draft: {
      site: '江门市妇女网',
      address,
      channelId: 'news',
      title: '巾帼志愿者在示例河畔捡拾垃圾（虚构）',
      summary:
        '三月的第一个星期六，二十二位志愿者沿着示例河走了三公里。 四十一袋垃圾随后送到了回收点。打印',
      source: '示例区妇联',
      publishedAt: '2024-03-05',
      cover: { url: 'https://fl.jiangmen.cn/news/202402/images/river.jpg', alt: '' },
      blocks: [
        {
          kind: 'paragraph',
          spans: [
            { text: '三月的第一个星期六，' },
            { text: '二十二位', bold: true },
            { text: '志愿者沿着' },
            { text: '示例河', href: 'https://fl.jiangmen.cn/news/river.html' },
            { text: '走了三公里。' },
          ],
        },
        { kind: 'image', url: 'https://fl.jiangmen.cn/news/202402/images/river.jpg', alt: '' },
        { kind: 'paragraph', spans: [{ text: '四十一袋垃圾随后送到了回收点。打印' }] },
        {
          kind: 'table',
          header: true,
          rows: [
            { cells: [{ spans: [{ text: '种类' }] }, { spans: [{ text: '数量' }] }] },
            { cells: [{ spans: [{ text: '塑料瓶' }] }, { spans: [{ text: '320' }] }] },
          ],
        },
      ],
      attachments: [
        {
          name: '下一次活动.pdf',
          url: 'https://fl.jiangmen.cn/news/202402/files/next.pdf',
          fileType: 'pdf',
        },
      ],
    },
    ...{ joined: [], missing: [] },
    warnings: [
      warnings.linkDropped('javascript:window.print()'),
      warnings.droppedTag('iframe', 1),
      warnings.leftRemote('https://fl.jiangmen.cn/news/202402/images/river.jpg', '断网'),
      warnings.leftRemote('https://fl.jiangmen.cn/news/202402/files/next.pdf', '断网'),
    ],
    media: expect.objectContaining({ pictures: { kept: 0, remote: 1, dropped: 0 } }),
  });
});

describe('what is missing', () => {
  it('is replaced where a name can be, and reported', async () => {
    expect(await importText('标题', '发布时间：2024-03-05', '正文')).toMatchObject({
      kind: 'imported',
      draft: { site: '江门市妇女网', source: '江门市妇女网', title: '标题' },
      warnings: [warnings.noSite('江门市妇女网'), warnings.noSource('江门市妇女网')],
    });
    const named = await importBytes(
      Buffer.from('标题\n发布时间：2024-03-05\n正文'),
      'text',
      local,
      '某区妇联',
    );
    expect(named).toMatchObject({
      draft: { site: '某区妇联', source: '某区妇联' },
      warnings: [warnings.noSource('某区妇联')],
    });
  });

  it.each([
    ['an empty file', [' ', '\u3000'], reasons.empty],
    ['no title', ['发布时间：2024-03-05', '正文'], reasons.noTitle],
    ['no labels', ['站', '标题', '正文'], reasons.noTitle],
    ['no date', ['站', '标题', '文章出处：甲', '正文'], reasons.noDate],
    [
      'a date that does not exist',
      ['站', '标题', '发布时间：2024-02-30', '正文'],
      reasons.badDate('2024-02-30'),
    ],
    ['a date that is none', ['站', '标题', '发布时间：近日', '正文'], reasons.badDate('近日')],
    ['no body', ['站', '标题', '发布时间：2024-03-05', '相关附件：'], reasons.noBody],
  ])('is a failure with its reason: %s', async (_name, lines, reason) => {
    expect(await importText(...lines)).toEqual({ kind: 'failed', reason });
  });
});

it('reports characters that nobody can read', async () => {
  const bytes = Buffer.concat([
    Buffer.from('站\n标题\n文章出处：甲\n发布时间：2024-03-05\n正文'),
    Buffer.from([0xff]),
  ]);
  expect(await importBytes(bytes, 'text')).toMatchObject({
    kind: 'imported',
    warnings: [warnings.badCharacters(1)],
  });
});

describe('a further page of the web', () => {
  const own = 'https://fl.example.cn/a/t1_2.html';
  const toHtml = (title: string) =>
    `<h1>${title}</h1><p>来源：甲　时间：2024-03-05</p><div><p>第二页的正文写在这里。</p></div><div><a href="t1.html">1</a></div>`;

  it.each([
    ['is refused with the address of the first', '长篇', 'failed'],
    ['is an article where the first is another one', '短篇', 'imported'],
    ['is refused where the first can not be read', undefined, 'failed'],
  ])('%s', async (_name, first, kind) => {
    const toPage = (title: string, address: string) => ({
      ...{ bytes: Buffer.from(toHtml(title)), base: { kind: 'web', address } as const },
      ...{ format: 'html' as const, charset: undefined },
    });
    const asked: unknown[] = [];
    const outcome = await importPage(
      toPage('长篇', own),
      { channelId: 'news', site: '站' },
      NO_FILES,
      undefined,
      async (target) => {
        asked.push(target);
        return first === undefined
          ? { ok: false, reason: '断网' }
          : { ok: true, value: toPage(first, 'https://fl.example.cn/a/t1.html') };
      },
    );
    const address = 'https://fl.example.cn/a/t1.html';
    expect(asked).toEqual([{ kind: 'web', url: address }]);
    expect(outcome.kind).toBe(kind);
    if (outcome.kind === 'failed') expect(outcome.reason).toBe(reasons.furtherPage(address));
  });
});
