import { describe, expect, it } from '@jest/globals';
import { cell, image, paragraph, read } from './fragment.ts';

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
