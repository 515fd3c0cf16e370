import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { importPage } from '../../../cloud/importer/import-page.ts';
import type { PageBase } from '../../../cloud/importer/page.ts';
import { Attachment } from '../../../types/attachment.ts';
import { Block } from '../../../types/block.ts';
import { Cover } from '../../../types/cover.ts';
import { MomentOrDate } from '../../../types/date.ts';
import { NO_FILES } from '../../support/media-ports.ts';

const Draft = Type.Object(
  {
    site: Type.String({ minLength: 1 }),
    address: Type.Optional(Type.String()),
    channelId: Type.String(),
    title: Type.String({ minLength: 1 }),
    summary: Type.String(),
    source: Type.String({ minLength: 1 }),
    publishedAt: MomentOrDate,
    cover: Type.Optional(Cover),
    blocks: Type.Array(Block),
    attachments: Type.Array(Attachment),
  },
  { additionalProperties: false },
);

const web: PageBase = { kind: 'web', address: 'https://fl.jiangmen.cn/a/b.html' };
const local: PageBase = { kind: 'local', file: '/nowhere/a.html', root: '/nowhere' };
const base = fc.constantFrom(web, local);
const format = fc.constantFrom('html' as const, 'text' as const);

/** Every address that a reader could follow or a page could load, wherever it stands. */
function listAddresses(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === 'string' && (name === 'href' || name === 'url')
      ? [member]
      : listAddresses(member),
  );
}

async function expectSound(bytes: Uint8Array, kind: 'html' | 'text', at: PageBase) {
  const outcome = await importPage(
    { bytes, base: at, format: kind, charset: undefined },
    { channelId: 'news', site: undefined },
    NO_FILES,
  );
  if (outcome.kind === 'failed') {
    expect(outcome.reason).not.toBe('');
    return;
  }
  expect(Value.Errors(Draft, outcome.draft)).toEqual([]);
  expect([...outcome.draft.summary].length).toBeLessThanOrEqual(80);
  for (const address of listAddresses(outcome.draft))
    expect(address).toMatch(/^(https?|tel|mailto):/);
  expect(JSON.stringify(outcome.draft.blocks)).not.toContain('藏');
}

const ADDRESSES = [
  'javascript:alert(1)',
  'java\nscript:x',
  ' jAvAsCrIpT&colon;x',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '../../../etc/passwd',
  'x.pdf',
  'https://a.example/b.png',
  'tel:12338',
  '#',
  '',
  '//a.example/c.docx',
  'https://[bad',
  '%zz',
];
const OPEN = [
  'p',
  'div',
  'b',
  'i',
  'u',
  'span',
  'h2',
  'h4',
  'ul',
  'ol start="4"',
  'li',
  'table',
  'tr',
  'td colspan="0"',
  'th rowspan="99999"',
  'thead',
  'caption',
  'blockquote',
  'figure',
  'figcaption',
  'pre',
  'section style="font-weight:bold"',
  'my-tag',
  'o:p',
  'form',
  'center',
  'article',
];
const CLOSED = [
  'script',
  'style',
  'iframe',
  'noscript',
  'template',
  'textarea',
  'select',
  'svg',
  'math',
  'object',
  'video',
];

/** Without `<`: what a stray one opens decides what is text and what is not. */
const text = fc.oneof(
  fc.string().map((words) => words.replaceAll('<', '')),
  fc.constantFrom(
    '妇联',
    '　',
    '\u00a0',
    '👩‍👧',
    '&lt;script&gt;',
    '&#x1f469;',
    '相关附件：',
    '文章出处：甲',
    '发布时间：2024-01-01',
  ),
);
const attack = fc.constantFrom(...ADDRESSES);
const piece = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 6, arbitrary: fc.constantFrom(...OPEN).map((tag) => `<${tag} onclick="藏()">`) },
  { weight: 4, arbitrary: fc.constantFrom(...OPEN).map((tag) => `</${tag.split(' ')[0]}>`) },
  { weight: 2, arbitrary: fc.constantFrom(...CLOSED).map((tag) => `<${tag}>藏</${tag}>`) },
  { weight: 2, arbitrary: attack.map((address) => `<a href="${address}">链接</a>`) },
  {
    weight: 2,
    arbitrary: attack.map((address) => `<img src="${address}" onerror="藏()" width="0">`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<br>',
      '<hr>',
      '<br><br>',
      '<!-- 藏 -->',
      '<base href="javascript:x">',
    ),
  },
);
const HEAD =
  '<h1>标题</h1><p>文章出处：甲</p><p>发布时间：2024-01-01</p><div><p>正文一段，好让正文找得到。</p>';

describe('whatever a page holds', () => {
  it('any bytes: an outcome', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), format, base, (bytes, kind, at) =>
        expectSound(bytes, kind, at),
      ),
    );
  });

  it('any text: an outcome', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 400 }),
        format,
        base,
        (content, kind, at) =>
          expectSound(Buffer.from(`站\n标题\n发布时间：2024-01-01\n${content}`), kind, at),
      ),
    );
  });

  it('any tree: valid blocks, and no address but safe ones', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), base, (pieces, at) =>
        expectSound(Buffer.from(HEAD + pieces.join('')), 'html', at),
      ),
      { numRuns: 500 },
    );
  });
});
