import { describe, expect, it } from '@jest/globals';
import { warnings } from '../../../../cloud/importer/words.ts';
import { makeImage } from '../media/image-headers.ts';
import { image, paragraph, read } from './fragment.ts';

/** A PNG as far as its size goes. */
const png = (width: number, height: number) => makeImage.png(width, height).toString('base64');

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
      'loaded lazily, in other ways',
      '<img src="loading.gif" data-lazy-src="b.png">',
      [image('b.png')],
    ],
    ['of a forum', '<img src="static/space.gif" file="s.png" zoomfile="b.png">', [image('b.png')]],
    ['in several sizes', '<img srcset="a.png 320w, b.png 1080w, c.png 640w">', [image('b.png')]],
    [
      'of the other protocol',
      '<img src="//img.example/a.png">',
      [image('', { url: 'https://img.example/a.png' })],
    ],
    [
      'in the page itself',
      `<img src="data:image/jpg;base64, ${png(48, 32)}" alt="茶叶">`,
      [
        image('', {
          url: `data:image/png;base64,${png(48, 32)}`,
          alt: '茶叶',
          width: 48,
          height: 32,
        }),
      ],
    ],
    ['a link to themselves', '<a href="b.jpg"><img src="a.png"></a>', [image('a.png')]],
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

  it.each([
    '<img src="/icons/doc.gif">',
    '<img src="/images/icon_pdf.png" alt="pdf">',
    '<img src="/system/x.png" class="file_icon" width="16">',
    '<img src="/a.png" width="16" height="16">',
    '<img src="/ueditor/dialogs/emotion/images/jx2/j_0002.gif">',
    '<img src="/images/spacer.gif">',
    '<img src="https://hm.baidu.com/hm.gif?si=1">',
    '<img src="/count/count.asp?id=4417">',
    `<img src="data:image/gif;base64,${makeImage.gif(1, 1).toString('base64')}">`,
  ])('that are none are left out without a word: %s', async (html) => {
    const { blocks, warnings: left } = await read(`一${html}二`);
    expect(blocks).toEqual([paragraph('一二')]);
    expect(left).toEqual([]);
  });

  it.each([
    'data:image/png;base64,AA',
    'data:image/svg+xml,<svg/>',
    'data:text/html;base64,PGI+',
    'javascript:alert(1)',
    '',
    'tel:12338',
  ])('at %j are left out and reported', async (src) => {
    const { blocks, warnings: left } = await read(`<img src='${src}'>一`);
    expect(blocks).toEqual([paragraph('一')]);
    expect(left).toEqual([warnings.imageDropped(src || '（空）')]);
  });
});
