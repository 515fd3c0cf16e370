import { describe, expect, it } from '@jest/globals';
import { image, paragraph, read } from './fragment.ts';

const centred = (text: string) => `<p style="text-align: center">${text}</p>`;
const PICTURE = '<p><img src="a.png"></p>';

describe('a line below a picture', () => {
  it.each([
    ['marked', '<p>图为村民在码头听课。黎海生 摄</p>'],
    ['marked by a sign', '<p>▲ 外婆的月饼模子</p>'],
    ['numbered', '<p>图1：活动现场</p>'],
    ['with its maker', '<p>（图/张小满）</p>'],
    ['short and in the middle', centred('志愿者合影')],
    ['in the middle by an attribute', '<p align="center">志愿者合影</p>'],
    ['in the middle by a tag', '<center>志愿者合影</center>'],
    [
      'in the middle, with its maker',
      centred('十月十六日，志愿者在河边清理垃圾，大家干得热火朝天。李青 摄'),
    ],
  ])('%s is its caption', async (_name, html) => {
    const { blocks } = await read(`${PICTURE}<p>&nbsp;</p>${html}<p>二</p>`);
    const caption = html.replace(/<[^>]+>/g, '');
    expect(blocks).toEqual([image('a.png', { caption }), paragraph('二')]);
  });

  it.each([
    ['a sentence', centred('明年中秋，石榴湾见。')],
    ['a short line at the left', '<p>志愿者合影</p>'],
    ['a text in the middle as a whole', `${centred('春天来了')}${centred('花都开了')}`],
    ['more than a line', '<p>图为现场<br>会后，大家参观了展厅</p>'],
    ['a long one', `<p>图为${'长'.repeat(120)}</p>`],
    ['a link', centred('<a href="tel:12338">拨打热线</a>')],
    ['图书', '<p>图书馆周末开放</p>'],
  ])('%s stays a paragraph', async (_name, html) => {
    const { blocks } = await read(`${PICTURE}${html}`);
    expect(blocks[0]).toEqual(image('a.png'));
    expect(blocks[1]?.kind).toBe('paragraph');
  });

  it('belongs to one picture, and only once', async () => {
    const { blocks } = await read(
      `${PICTURE}${centred('开场')}${PICTURE}${centred('散场')}${centred('合影')}<p>二</p>`,
    );
    expect(blocks).toEqual([
      {
        kind: 'gallery',
        images: [
          { url: `${image('').url}a.png`, alt: '', caption: '开场' },
          { url: `${image('').url}a.png`, alt: '' },
        ],
      },
      paragraph('散场'),
      paragraph('合影'),
      paragraph('二'),
    ]);
  });
});
