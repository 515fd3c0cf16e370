import { describe, expect, it } from '@jest/globals';
import { toCover } from '../../../../cloud/importer/enhance/cover.ts';
import { formGalleries } from '../../../../cloud/importer/enhance/galleries.ts';
import type { Block } from '../../../../types/block.ts';

const image = (name: string, more: object = {}): Block => ({
  kind: 'image',
  url: `/${name}`,
  alt: '',
  ...more,
});
const text: Block = { kind: 'paragraph', spans: [{ text: '一' }] };
const many = (count: number) => Array.from({ length: count }, (_, at) => image(`${at}`));

/** `3` a gallery of three, `i` a picture, `p` a paragraph. */
const toShape = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.kind === 'gallery' ? block.images.length : block.kind[0])).join('');

describe('galleries', () => {
  it.each([
    ['one alone', [image('a'), text], 'ip'],
    ['two', [image('a'), image('b'), text], '2p'],
    ['words between', [image('a'), text, image('b'), image('c')], 'ip2'],
    ['nine', many(9), '9'],
    ['ten', many(10), '55'],
    ['nineteen', many(19), '775'],
    ['posters', [image('a', { width: 750, height: 3000 }), image('b'), image('c')], 'i2'],
    ['a banner', [image('a'), image('b', { width: 900, height: 90 }), image('c')], 'iii'],
    ['a long caption', [image('a', { caption: '长'.repeat(25) }), image('b'), image('c')], 'i2'],
  ])('%s', (_name, blocks, expected) => {
    expect(toShape(formGalleries(blocks))).toBe(expected);
  });

  it('keep the captions with their pictures', () => {
    expect(
      formGalleries([image('a', { caption: '甲' }), image('b', { width: 4, height: 3 })]),
    ).toEqual([
      {
        kind: 'gallery',
        images: [
          { url: '/a', alt: '', caption: '甲' },
          { url: '/b', alt: '', width: 4, height: 3 },
        ],
      },
    ]);
  });
});

describe('the cover', () => {
  it.each([
    ['the first picture', [text, image('a'), image('b')], '/a'],
    ['no small one', [image('a', { width: 120, height: 90 }), image('b')], '/b'],
    ['no banner', [image('a', { width: 1000, height: 180 }), image('b')], '/b'],
    ['no poster', [image('a', { width: 750, height: 3000 }), image('b')], '/b'],
    ['one of a gallery', formGalleries(many(2)), '/0'],
    ['none', [text, image('a', { width: 90, height: 90 })], undefined],
  ])('%s', (_name, blocks, expected) => {
    expect(toCover(blocks)?.url).toBe(expected);
  });
});
