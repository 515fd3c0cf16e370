import { describe, expect, it } from '@jest/globals';
import { importFragment } from '../../../../cloud/importer/import-fragment.ts';
import { warnings } from '../../../../cloud/importer/words.ts';
import { NO_FILES } from '../../../support/media-ports.ts';

const base = { kind: 'web', address: 'https://fl.example/news/t1.html' } as const;

async function read(html: string) {
  const fragment = await importFragment(html, base, NO_FILES);
  if (!fragment.ok) throw new Error(fragment.reason);
  return fragment.value;
}

const paragraph = (text: string, style: object = {}) => ({
  kind: 'paragraph',
  spans: [{ text, ...style }],
});
const item = (text: string) => ({ spans: [{ text }] });
const cell = (text: string, span: object = {}) => ({
  spans: text === '' ? [] : [{ text }],
  ...span,
});
const image = (name: string, more: object = {}) => ({
  kind: 'image',
  url: `https://fl.example/news/${name}`,
  alt: '',
  ...more,
});

describe('paragraphs', () => {
  it.each([
    ['text alone', '一\n 二', [paragraph('一 二')]],
    [
      'indents',
      '<p>　　一，二。&nbsp;</p><p>&emsp;三</p>',
      [paragraph('一，二。'), paragraph('三')],
    ],
    ['full-width blanks inside', '<p>一　二</p>', [paragraph('一　二')]],
    [
      'containers',
      '<div><section>一<div>二</div>三</section></div>',
      [paragraph('一'), paragraph('二'), paragraph('三')],
    ],
    ['empty ones', '<p></p><p> &nbsp;　</p><p><br></p><p>一</p>', [paragraph('一')]],
    ['a line break', '<p>一<br/>二</p>', [paragraph('一\n二')]],
    [
      'blank lines',
      '<p>一<br><br>二<br> &nbsp;<br>三</p>',
      [paragraph('一'), paragraph('二'), paragraph('三')],
    ],
    [
      'indented lines',
      '一<br>　　二<br>&nbsp;&nbsp;三',
      [paragraph('一'), paragraph('二'), paragraph('三')],
    ],
    ['preformatted text', '<pre>一\n  二</pre>', [paragraph('一\n二')]],
    [
      'a form around the page',
      '<form><p>一</p><input value="x"><button>二</button></form>',
      [paragraph('一')],
    ],
    ['tags of Word', '<p>一<o:p>二</o:p><st1:place>三</st1:place></p>', [paragraph('一二三')]],
    [
      'hidden text',
      '<p>一<span style="display: none">二</span></p><p hidden>三</p>',
      [paragraph('一')],
    ],
    [
      'runs of one style',
      '<p><span>一</span><font>二</font><b>三</b><strong>四</strong></p>',
      [{ kind: 'paragraph', spans: [{ text: '一二' }, { text: '三四', bold: true }] }],
    ],
  ])('%s', async (_name, html, expected) => {
    expect((await read(html)).blocks).toEqual(expected);
  });

  it.each([
    ['<b>一</b>', { bold: true }],
    ['<em>一</em>', { italic: true }],
    ['<u>一</u>', { underline: true }],
    ['<i><b><u>一</u></b></i>', { bold: true, italic: true, underline: true }],
    [
      '<span style="FONT-WEIGHT: 700; font-style:italic; text-decoration: underline solid">一</span>',
      { bold: true, italic: true, underline: true },
    ],
    ['<b><span style="font-weight:normal">一</span></b>', {}],
    ['<a href="/x?y=1">一</a>', { href: 'https://fl.example/x?y=1' }],
    ['<a href="tel:12338"><b>一</b></a>', { href: 'tel:12338', bold: true }],
    ['<a href="#top">一</a>', {}],
    ['<a name="top">一</a>', {}],
  ])('%s', async (html, style) => {
    const { blocks, warnings: left } = await read(`<p>${html}</p>`);
    expect(blocks).toEqual([paragraph('一', style)]);
    expect(left).toEqual([]);
  });

  it('keeps the words of a link that leads nowhere', async () => {
    const { blocks, warnings: left } = await read(
      '<p><a href="java&#10;script:alert(1)" onclick="x()">一</a></p>',
    );
    expect(blocks).toEqual([paragraph('一')]);
    expect(left).toEqual([warnings.linkDropped('java\nscript:alert(1)')]);
  });
});

describe('headings, quotes, dividers', () => {
  it.each([
    [
      'levels',
      [1, 2, 3, 4, 5, 6].map((n) => `<h${n}>${n}</h${n}>`).join(''),
      [2, 2, 3, 3, 3, 3].map((level, at) => ({ kind: 'heading', level, text: `${at + 1}` })),
    ],
    [
      'mark-up in a heading',
      '<h2> 一<br><b>二</b>　</h2>',
      [{ kind: 'heading', level: 2, text: '一 二' }],
    ],
    ['an empty heading', '<h2> </h2>一', [paragraph('一')]],
    [
      'a heading that was never closed',
      `<h2><p>${'长'.repeat(100)}</p><p>${'文'.repeat(100)}</p>`,
      [paragraph(`${'长'.repeat(100)}\n${'文'.repeat(100)}`)],
    ],
    [
      'a quote',
      '<blockquote><p>一</p><p>二</p></blockquote>',
      [{ kind: 'quote', spans: [{ text: '一\n二' }] }],
    ],
    [
      'a quote used to indent',
      '<blockquote><h3>一</h3><p>二</p></blockquote>',
      [{ kind: 'heading', level: 3, text: '一' }, paragraph('二')],
    ],
    ['dividers', '<hr>一<hr><hr>二<hr>', [paragraph('一'), { kind: 'divider' }, paragraph('二')]],
  ])('%s', async (_name, html, expected) => {
    expect((await read(html)).blocks).toEqual(expected);
  });
});

describe('lists', () => {
  it.each([
    [
      'items',
      '<ul><li>一</li><li> <p>二</p> </li><li></li></ul>',
      [{ kind: 'list', ordered: false, items: [item('一'), item('二')] }],
    ],
    [
      'paragraphs in an item',
      '<ol><li><p>一</p><p>二</p></li></ol>',
      [{ kind: 'list', ordered: true, items: [item('一\n二')] }],
    ],
    [
      'lists in lists',
      '<ol><li>一<ul><li>甲</li><li>乙<ol><li>子</li></ol></li></ul></li><li>二</li></ol>',
      [{ kind: 'list', ordered: true, items: [item('一\n· 甲\n· 乙\n1. 子'), item('二')] }],
    ],
    [
      'numbers that begin elsewhere',
      '<ol start="3"><li>一</li><li>二</li></ol>',
      [paragraph('3. 一'), paragraph('4. 二')],
    ],
    [
      'words between items',
      '<ul><li>一</li>间<li>二</li></ul>',
      [
        { kind: 'list', ordered: false, items: [item('一')] },
        paragraph('间'),
        { kind: 'list', ordered: false, items: [item('二')] },
      ],
    ],
    [
      'a picture in an item',
      '<ul><li>一<img src="a.png"></li><li>二</li></ul>',
      [
        { kind: 'list', ordered: false, items: [item('一')] },
        image('a.png'),
        { kind: 'list', ordered: false, items: [item('二')] },
      ],
    ],
    ['an item without a list', '<li>一</li>', [paragraph('一')]],
  ])('%s', async (_name, html, expected) => {
    expect((await read(html)).blocks).toEqual(expected);
  });
});

describe('tables', () => {
  const table = (header: boolean, ...rows: object[][]) => ({
    kind: 'table',
    header,
    rows: rows.map((cells) => ({ cells })),
  });

  it.each([
    [
      'columns named by th',
      '<table><tr><th>一</th><th>二</th></tr><tr><td>三</td><td></td></tr></table>',
      [table(true, [cell('一'), cell('二')], [cell('三'), cell('')])],
    ],
    [
      'columns named by thead',
      '<table><thead><tr><td>一</td><td>二</td></tr></thead><tbody><tr><td>三</td><td>四</td></tr></tbody></table>',
      [table(true, [cell('一'), cell('二')], [cell('三'), cell('四')])],
    ],
    [
      'rows named by th',
      '<table><tr><th>一</th><td>二</td></tr><tr><th>三</th><td>四</td></tr></table>',
      [table(false, [cell('一'), cell('二')], [cell('三'), cell('四')])],
    ],
    [
      'spans',
      '<table><tr><td colspan="2" rowspan=0>一</td></tr><tr><td rowspan="3">二</td><td colspan="9999">三</td></tr></table>',
      [
        table(
          false,
          [cell('一', { colSpan: 2 })],
          [cell('二', { rowSpan: 3 }), cell('三', { colSpan: 100 })],
        ),
      ],
    ],
    [
      'paragraphs, lists and pictures in cells',
      '<table><tr><td><p>一</p><p>二</p><img src="a.png"></td><td><ul><li>甲</li><li>乙</li></ul></td></tr></table>',
      [table(false, [cell('一\n二'), cell('· 甲\n· 乙')]), image('a.png')],
    ],
    [
      'a caption',
      '<table><caption>表一</caption><tr><td>一</td><td>二</td></tr></table>',
      [paragraph('表一'), table(false, [cell('一'), cell('二')])],
    ],
    [
      'one cell, for layout',
      '<table><tr><td><h2>一</h2><p>二</p></td></tr></table>',
      [{ kind: 'heading', level: 2, text: '一' }, paragraph('二')],
    ],
    [
      'tables in a table, for layout',
      '<table><tr><td>一</td><td><table><tr><td>二</td><td>三</td></tr></table></td></tr></table>',
      [paragraph('一'), table(false, [cell('二'), cell('三')])],
    ],
    ['nothing in it', '<table><tr><td> </td><td></td></tr></table>一', [paragraph('一')]],
    [
      'a table in an item',
      '<ul><li><table><tr><td>一</td><td>二</td></tr></table></li></ul>',
      [table(false, [cell('一'), cell('二')])],
    ],
  ])('%s', async (_name, html, expected) => {
    expect((await read(html)).blocks).toEqual(expected);
  });
});

describe('pictures', () => {
  it.each([
    [
      'between words',
      '<p>一<img src="./a.png">二</p>',
      [paragraph('一'), image('a.png'), paragraph('二')],
    ],
    [
      'described',
      '<img src="a.png" alt=" 志愿者\n合影 ">',
      [image('a.png', { alt: '志愿者 合影' })],
    ],
    [
      'sized',
      '<img src="a.png" width="600" height="400px">',
      [image('a.png', { width: 600, height: 400 })],
    ],
    ['sized by the window', '<img src="a.png" width="100%" height="auto">', [image('a.png')]],
    ['loaded lazily', '<img src="data:image/gif;base64,R0" data-src="b.png">', [image('b.png')]],
    ['that count readers', '<img src="a.png" width="1" height="1">一', [paragraph('一')]],
    [
      'with a caption',
      '<figure><img src="a.png"><figcaption>图一</figcaption></figure>',
      [image('a.png', { caption: '图一' })],
    ],
    [
      'in a heading',
      '<h2>一<img src="a.png"></h2>',
      [{ kind: 'heading', level: 2, text: '一' }, image('a.png')],
    ],
  ])('%s', async (_name, html, expected) => {
    expect((await read(html)).blocks).toEqual(expected);
  });

  it.each([
    'DSC_0012.JPG',
    'W020231115.png',
    '微信图片_20231115',
    'IMG_2023',
    '截图 (1).jpeg',
    'a1b2c3d4e5f6',
  ])('named %s are not described by it', async (alt) => {
    expect((await read(`<img src="a.png" alt="${alt}">`)).blocks).toEqual([image('a.png')]);
  });

  it.each(['data:image/png;base64,AA', 'javascript:alert(1)', '', 'tel:12338'])(
    'at %j are left out and reported',
    async (src) => {
      const { blocks, warnings: left } = await read(`<img src="${src}">一`);
      expect(blocks).toEqual([paragraph('一')]);
      expect(left).toEqual([warnings.imageDropped(src || '（空）')]);
    },
  );
});

describe('what is not on the list', () => {
  it.each(['script', 'style', 'noscript', 'template', 'select', 'textarea', 'button'])(
    '<%s> is gone',
    async (tag) => {
      const { blocks } = await read(`<p>一<${tag}>藏</${tag}></p>`);
      expect(blocks).toEqual([paragraph('一')]);
    },
  );

  it.each(['iframe', 'video', 'audio', 'object', 'svg'])(
    '<%s> is gone and reported',
    async (tag) => {
      const { blocks, warnings: left } = await read(`<p>一</p><${tag}>藏</${tag}><p>二</p>`);
      expect(blocks).toEqual([paragraph('一'), paragraph('二')]);
      expect(left).toEqual([warnings.droppedTag(tag, 1)]);
    },
  );

  it('keeps and counts the words of unknown tags', async () => {
    const { blocks, warnings: left } = await read(
      '<my-vote>投票：<b>甲</b></my-vote><p>一<my-vote>二</my-vote></p><my-box><p>三</p></my-box>',
    );
    expect(blocks).toEqual([
      { kind: 'unknown', text: '投票：甲' },
      paragraph('一二'),
      paragraph('三'),
    ]);
    expect(left).toEqual([warnings.unknownTag('my-vote', 2), warnings.unknownTag('my-box', 1)]);
  });
});

describe('documents linked in the body', () => {
  it('are offered as attachments, once', async () => {
    const { blocks, attachments } = await read(
      '<p>请填<a href="f/a.DOCX">报名表</a>，<a href="/news/f/a.DOCX">再填</a></p>',
    );
    const href = 'https://fl.example/news/f/a.DOCX';
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        spans: [{ text: '请填' }, { text: '报名表', href }, { text: '，' }, { text: '再填', href }],
      },
    ]);
    expect(attachments).toEqual([{ name: '报名表', url: href, fileType: 'docx' }]);
  });
});
