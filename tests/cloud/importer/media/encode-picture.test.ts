import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import {
  encodePicture,
  encodePictureFile,
} from '../../../../cloud/importer/media/encode-picture.ts';
import { FORMATS, makeImage, noise } from './media-files.ts';

async function make(bytes: Buffer) {
  const outcome = await encodePicture(bytes);
  if (outcome.kind !== 'made') throw new Error(outcome.kind);
  return outcome.draft;
}

/** Frames that differ: equal ones become one. */
async function animation(frames: number, width: number, height: number): Promise<Buffer> {
  const size = { width, height: height * frames, channels: 3 as const };
  const pixels = await noise(size.width, size.height).raw().toBuffer();
  return sharp(pixels, { raw: { ...size, pageHeight: height } })
    .gif({ effort: 1, dither: 0, colours: 8 })
    .toBuffer();
}
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' }, limitInputPixels: false });
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">${' '.repeat(1100)}</svg>`;

describe('a picture', () => {
  it.each(FORMATS)('of %s becomes WebP with narrower copies and a placeholder', async (format) => {
    const draft = await make(await makeImage(format, 920, 460));
    expect(draft).toMatchObject({
      ...{ contentType: 'image/webp', extension: 'webp', width: 920, height: 460 },
      ...{ widths: [220, 320, 640, 900], size: draft.bytes.length },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      placeholder: expect.stringMatching(/^data:image\/webp;base64,.{20,177}$/),
    });
    for (const { width, bytes } of [draft, ...(draft.copies ?? [])]) {
      const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([width, (width ?? 0) / 2]);
      expect(data.length).toBeGreaterThan(0);
      expect((await sharp(bytes).metadata()).format).toBe('webp');
    }
  });

  it('is at most 1600 pixels wide, and never wider than it was', async () => {
    expect(await make(await noise(2400, 1200).jpeg().toBuffer())).toMatchObject({
      ...{ width: 1600, height: 800, widths: [220, 320, 640, 900] },
    });
    const small = await make(await noise(220, 100).png().toBuffer());
    expect(small).toMatchObject({ width: 220, height: 100 });
    expect([small.widths, small.copies]).toEqual([undefined, undefined]);
  });

  it('loses where and with what it was taken, and stands upright', async () => {
    const taken = await noise(400, 200)
      .jpeg()
      .withExif({
        IFD0: { Make: 'CAMERA-MAKER' },
        IFD3: { GPSLatitude: '22/1 34/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRET-PLACE</x:xmpmeta>')
      .toBuffer();
    expect(taken.includes('SECRET-PLACE') && taken.includes('Exif')).toBe(true);
    const draft = await make(taken);
    expect([draft.width, draft.height]).toEqual([200, 400]);
    for (const { bytes } of [draft, ...(draft.copies ?? [])]) {
      const { exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata();
      expect([exif, xmp, icc, iptc, orientation]).toEqual(Array(5).fill(undefined));
    }
  });

  it('of WebP that holds pixels alone is not encoded again; with anything more it is', async () => {
    const plain = await noise(500, 300).webp().toBuffer();
    expect(Buffer.from((await make(plain)).bytes).equals(plain)).toBe(true);
    const withExif = await noise(500, 300)
      .webp()
      .withExif({ IFD0: { Make: 'CAM' } })
      .toBuffer();
    expect(Buffer.from((await make(withExif)).bytes).includes('EXIF')).toBe(false);
    const wide = await noise(1700, 20).webp().toBuffer();
    expect((await make(wide)).width).toBe(1600);
  });

  it.each(FORMATS.filter((format) => format !== 'gif'))(
    'of %s that is followed by a script brings none of it along',
    async (format) => {
      const picture = await makeImage(format, 400, 300);
      const draft = await make(Buffer.concat([picture, Buffer.from('<script>alert(1)</script>')]));
      for (const { bytes } of [draft, ...(draft.copies ?? [])])
        expect(Buffer.from(bytes).includes('<script')).toBe(false);
    },
  );

  it('that moves still moves', async () => {
    const draft = await make(await animation(3, 400, 300));
    expect(draft).toMatchObject({ width: 400, height: 300, widths: [220, 320] });
    for (const { bytes } of [draft, ...(draft.copies ?? [])])
      expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(3);
  });

  it('that moves too long is its first frame', async () => {
    const draft = await make(await animation(301, 12, 9));
    expect((await sharp(draft.bytes).metadata()).pages ?? 1).toBe(1);
    expect([draft.width, draft.height]).toEqual([12, 9]);
  });

  it('that lets something through has no placeholder; an opaque one with alpha has', async () => {
    const clear = await noise(400, 300, 4).png().toBuffer();
    expect((await make(clear)).placeholder).toBeUndefined();
    const opaque = await noise(400, 300).ensureAlpha().png().toBuffer();
    expect((await make(opaque)).placeholder).toBeDefined();
  });

  it('is named by what it was made from', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => noise(50, 50).png().toBuffer()));
    const first = await make(a as Buffer);
    expect((await make(a as Buffer)).hash).toBe(first.hash);
    expect((await make(b as Buffer)).hash).not.toBe(first.hash);
  });

  it('in the colours of print becomes one for screens', async () => {
    const print = await noise(400, 300).toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp((await make(print)).bytes).metadata()).space).toBe('srgb');
  });
});

describe('what is no picture', () => {
  it.each<[string, string, () => Promise<Buffer> | Buffer]>([
    ['SVG', 'notAPicture', () => Buffer.from(SVG)],
    ['HTML', 'notAPicture', () => Buffer.from(`<!doctype html>${' '.repeat(2000)}`)],
    ['a PDF', 'notAPicture', () => Buffer.from(`%PDF-1.7${' '.repeat(2000)}`)],
    ['TIFF', 'notAPicture', () => noise(50, 50).tiff().toBuffer()],
    ['nothing', 'notAPicture', () => Buffer.alloc(0)],
    [
      'SVG behind the mark of a PNG',
      'broken',
      () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(SVG)]),
    ],
    ['one pixel', 'spacer', () => blank(1, 1).gif().toBuffer()],
    ['a hairline', 'spacer', () => noise(1500, 2).png({ compressionLevel: 0 }).toBuffer()],
    ['10,001 pixels wide', 'tooLarge', () => noise(10_001, 3).png().toBuffer()],
    ['10,001 pixels high', 'tooLarge', () => noise(3, 10_001).png().toBuffer()],
    ['a bomb of 99 million pixels', 'tooLarge', () => blank(9_999, 9_999).png().toBuffer()],
  ])('%s is %s', async (_name, kind, read) => {
    expect((await encodePicture(await read())).kind).toBe(kind);
  });

  it('10,000 pixels are one still', async () => {
    expect(await make(await noise(10_000, 5).png().toBuffer())).toMatchObject({ width: 1600 });
  });

  it.each(FORMATS.filter((format) => format !== 'gif'))('%s cut off is broken', async (format) => {
    const whole = await makeImage(format, 400, 300);
    for (const part of [0.3, 0.6, 0.95]) {
      const cut = whole.subarray(0, Math.floor(whole.length * part));
      expect((await encodePicture(cut)).kind).toBe('broken');
    }
  });
});

describe('a picture that is handed out as a file', () => {
  const toTaken = (format: 'jpeg' | 'png') =>
    noise(400, 200)
      .toFormat(format)
      .withExif({ IFD0: { Make: 'CAMERA-MAKER' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();

  it.each(['jpeg', 'png'] as const)('stays %s, upright and without metadata', async (format) => {
    const outcome = await encodePictureFile(await toTaken(format));
    if (outcome.kind !== 'made') throw new Error(outcome.kind);
    const { bytes, size, contentType } = outcome.draft;
    const found = await sharp(bytes).metadata();
    expect({ ...found, size, contentType }).toMatchObject({
      ...{ format, width: 200, height: 400, size: bytes.length, contentType: `image/${format}` },
    });
    expect([found.exif, found.xmp, found.orientation]).toEqual(Array(3).fill(undefined));
  });

  it.each([
    ['broken', async () => (await toTaken('jpeg')).subarray(0, 2000)],
    ['notAPicture', async () => Buffer.from(SVG)],
    ['notAPicture', () => makeImage('webp', 40, 30)],
    ['tooLarge', () => blank(10_001, 10).png().toBuffer()],
  ] as const)('is refused: %s', async (kind, toBytes) => {
    expect(await encodePictureFile(await toBytes())).toEqual({ kind });
  });
});
