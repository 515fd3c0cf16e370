import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { importFragment } from '../../../cloud/importer/import-fragment.ts';
import type { PageBase } from '../../../cloud/importer/page.ts';
import type { Block } from '../../../types/block.ts';
import { NO_FILES } from '../../support/media-ports.ts';
import { read } from './blocks/fragment.ts';

const WEB: PageBase = { kind: 'web', address: 'https://fl.jiangmen.cn/a/b.html' };

/** Runs that a page may hold anywhere. No `·` and no digits before a dot: those are the marks of inner lists. */
const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('妇联', '妇女联合会，', '（一）', '“引”', '江门 市', 'a b'),
  },
  fc.constantFrom(
    '　　',
    '\u00a0',
    ' \n\t ',
    '\u200b',
    '👩‍👧',
    '𠮷',
    'e\u0301',
    '１２',
    '&lt;b&gt;',
  ),
  fc.constantFrom(
    '热线12338',
    '电话0750-3123456',
    '图为合影',
    '▲',
    '张三摄',
    '&amp;nbsp;',
    '&#13;',
    '字'.repeat(130),
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((run) => run.replace(/[<&·.\d藏]/g, '')),
);

/** What a reader does not see. `藏` stands nowhere else. */
const hidden = fc.oneof(
  fc
    .constantFrom('script', 'style', 'noscript', 'template', 'textarea', 'select', 'button')
    .map((tag) => `<${tag}>藏</${tag}>`),
  fc.constantFrom('svg', 'math', 'iframe', 'video', 'object').map((tag) => `<${tag}>藏</${tag}>`),
  fc
    .constantFrom(
      'p hidden',
      'div style="display: none"',
      'span style="visibility:hidden"',
      'ul hidden',
    )
    .map((tag) => `<${tag}>藏</${tag.split(' ')[0]}>`),
  fc.constantFrom('<!-- 藏 -->', '<input value="藏">', '<img src="x.png" alt="藏">'),
);

const alone = fc.constantFrom(
  ...['<br>', '<br><br>', '<hr>', '<img src="a.jpg">', '<img src="b.png" alt="合影" width="600">'],
  ...[
    '<img src="data:image/png;base64,AA==">',
    '<img src="javascript:x">',
    '<wbr>',
    '<xmp>原 <样</xmp>',
  ],
);

const MARKS = ['b', 'i', 'u', 'strong', 'em', 'span', 'font', 'sup', 'o:p', 'my-tag', 'picture'];
const LINKS = [
  ...['a href="https://a.example/c"', 'a href="javascript:x"', 'a href="tel:12338"', 'a href="#"'],
  ...['a href="mailto:a@b.example"', 'a name="x"', 'a href="/s?x=1"'],
];
const BLOCKS = [
  ...['p', 'p style="text-align:center"', 'div', 'section', 'article', 'center', 'figure', 'form'],
  ...['figcaption', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'dl', 'dt', 'dd', 'details'],
];
const LISTS = ['ul', 'ol', 'ol start="4"', 'menu'];
const CELLS = ['td', 'th', 'td colspan="3"', 'td rowspan="2"', 'td colspan="0"'];

const FILES = ['a href="/d/form.docx"', 'a href="/download?id=7"', 'a href="x.htm" download'];
const besideFiles = fc.constantFrom(
  '附件1：',
  '附件：',
  '点击下载',
  '【',
  '】',
  '；',
  '报名表.docx',
);

const wrap = (tag: string, inner: string) => `<${tag}>${inner}</${tag.split(' ')[0]}>`;

/** Trees of everything inside of everything, well nested or not: parse5 says what a browser makes of them. */
function toTree(leaf: fc.Arbitrary<string>, links: readonly string[]): fc.Arbitrary<string> {
  const { inside } = fc.letrec<{
    node: string;
    inside: string;
    list: string;
    row: string;
    table: string;
  }>((tie) => ({
    inside: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
    list: fc
      .tuple(fc.constantFrom(...LISTS), fc.array(tie('inside'), { minLength: 1, maxLength: 3 }))
      .map(([tag, items]) => wrap(tag, items.map((inner) => wrap('li', inner)).join(''))),
    row: fc
      .array(fc.tuple(fc.constantFrom(...CELLS), tie('inside')), { minLength: 1, maxLength: 3 })
      .map((cells) => wrap('tr', cells.map(([tag, inner]) => wrap(tag, inner)).join(''))),
    table: fc
      .record({
        tag: fc.constantFrom('table', 'table', 'table role="presentation"'),
        caption: fc.option(tie('inside'), { nil: undefined, freq: 3 }),
        head: fc.option(tie('row'), { nil: undefined, freq: 2 }),
        rows: fc.array(tie('row'), { maxLength: 3 }),
      })
      .map(({ tag, caption, head, rows }) =>
        wrap(
          tag,
          (caption === undefined ? '' : wrap('caption', caption)) +
            (head === undefined ? '' : wrap('thead', head)) +
            rows.join(''),
        ),
      ),
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 6, arbitrary: leaf },
      { weight: 1, arbitrary: alone },
      ...[MARKS, links, BLOCKS, [...LISTS, 'li']].map((tags) => ({
        weight: 2,
        arbitrary: fc.tuple(fc.constantFrom(...tags), tie('inside')).map(([a, b]) => wrap(a, b)),
      })),
      { weight: 1, arbitrary: tie('list') },
      { weight: 1, arbitrary: tie('table') },
      {
        weight: 1,
        arbitrary: tie('inside').map(
          (inner) => `<figure><img src="a.jpg">${wrap('figcaption', inner)}</figure>`,
        ),
      },
    ),
  }));
  return inside;
}

/** Without white space, what looks like it, and the marks that inner lists get. */
const toWords = (written: string) =>
  written.replace(/\d+\.|·/g, '').replace(/[\s\u200B-\u200D\u2060\uFEFF]+/gu, '');

/** Every text of the page, hidden or not, in order. */
function readTree(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(readTree).join('') : '';
}

/** Every text of the blocks, in order. */
function readBlocks(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, member]) => {
      const isText = typeof member === 'string' && (name === 'text' || name === 'caption');
      return isText ? `${member} ` : readBlocks(member);
    })
    .join('');
}

async function importBlocks(html: string) {
  const fragment = await importFragment(html, WEB, NO_FILES);
  if (!fragment.ok) throw new Error(fragment.reason);
  return fragment.value.blocks;
}

const listWhole = (html: string) => toWords(readTree(parse(html))).replaceAll('藏', '');
const listKept = (blocks: readonly Block[]) => toWords(readBlocks(blocks));

describe('every word of a body', () => {
  it('stands in the blocks once, in the same order, and nothing that is hidden does', async () => {
    const leaf = fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: hidden });
    await fc.assert(
      fc.asyncProperty(toTree(leaf, LINKS), async (html) => {
        expect(listKept(await importBlocks(html))).toBe(listWhole(html));
      }),
      { numRuns: 1500 },
    );
  });

  it('stands there beside files too, but for the marks and frames of their lines', async () => {
    // 附件一：【…】（点击下载） are no words of a line that holds nothing but files.
    const toLetters = (words: string) => words.replace(/[附件点击下载一KMB]|[^\p{L}]/giu, '');
    await fc.assert(
      fc.asyncProperty(toTree(fc.oneof(text, besideFiles), [...LINKS, ...FILES]), async (html) => {
        // Before the files are kept: what is saved under a name has a safe one.
        const { blocks } = await read(html);
        expect(toLetters(listKept(blocks))).toBe(toLetters(listWhole(html)));
      }),
      { numRuns: 1500 },
    );
  });
});
