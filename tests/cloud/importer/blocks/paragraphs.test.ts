import { describe, expect, it } from '@jest/globals';
import { warnings } from '../../../../cloud/importer/words.ts';
import { paragraph, read } from './fragment.ts';

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
    const { blocks, warnings: left } = await read(`<p>${html}二</p>`);
    const [span, rest] = [{ text: '一', ...style }, { text: '二' }];
    const spans = Object.keys(style).length > 0 ? [span, rest] : [{ text: '一二' }];
    expect(blocks).toEqual([{ kind: 'paragraph', spans }]);
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
