import { describe, expect, it } from '@jest/globals';
import { image, item, paragraph, read } from './fragment.ts';

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
