import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readImageHeader } from '../../../../cloud/importer/media/image-header.ts';
import { makeImage } from './image-headers.ts';

describe('pictures by their content', () => {
  it.each([
    ['png', 'image/png', 'png'],
    ['gif', 'image/gif', 'gif'],
    ['jpeg', 'image/jpeg', 'jpg'],
    ['webpExtended', 'image/webp', 'webp'],
    ['webpLossless', 'image/webp', 'webp'],
    ['webpLossy', 'image/webp', 'webp'],
  ] as const)('%s', (kind, contentType, extension) => {
    expect(readImageHeader(makeImage[kind](640, 361))).toEqual({
      contentType,
      extension,
      width: 640,
      height: 361,
    });
    expect(readImageHeader(makeImage[kind](640, 361).subarray(0, 9))).toBeUndefined();
  });

  it.each([
    ['a PNG without width', makeImage.png(0, 5)],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')],
    ['HTML that is called a picture', Buffer.from('<html>')],
    ['a JPEG that ends before its size', Buffer.from('ffd8ffe000104a464946', 'hex')],
    [
      'a JPEG whose segment has no length',
      Buffer.concat([Buffer.from('ffd8ffe00000', 'hex'), Buffer.alloc(64)]),
    ],
    ['nothing', Buffer.alloc(0)],
  ])('%s is none', (_name, bytes) => {
    expect(readImageHeader(bytes)).toBeUndefined();
  });

  it('never throws', () => {
    const heads = Object.values(makeImage).map((make) => make(3, 4).subarray(0, 12));
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 64 }), (head, tail) => {
        const header = readImageHeader(Buffer.concat([head, tail]));
        expect(header === undefined || (header.width > 0 && header.height > 0)).toBe(true);
      }),
    );
  });
});
