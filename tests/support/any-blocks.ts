import fc from 'fast-check';
import type { Attachment } from '../../types/attachment.ts';
import type { Block, Span } from '../../types/block.ts';

/** What would be more than text if anybody forgot that it is text. */
const HOSTILE = [
  ...['<script>alert(1)</script>', '</p></table>', '"onload="alert(1)', "' onerror='x", ']]>'],
  ...['<![CDATA[', '<!--', '-->', '&lt;b&gt;', '&#60;', '&', 'javascript:alert(1)', '<?xml?>'],
  ...[
    '\u0000',
    '\u0008\u001b',
    '\u0085',
    '\u007f',
    '\ufffe',
    '\u{1ffff}',
    '\ufdd0',
    '\ud800',
    '\udc00',
  ],
];

/** Any text: words, hostile mark-up, control characters, halves of surrogate pairs. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom('妇联', '　', '\n', ' ', '🎉', '𠮷'),
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(''));

/** Any address, good or bad, with any text at its end. */
export const anyAddress = fc
  .tuple(
    fc.constantFrom(
      ...[
        '/media/a',
        'https://a.example/',
        'http://a.example/?',
        'tel:12338',
        'mailto:a@b.example',
      ],
      ...[
        'javascript:',
        ' JavaScript:',
        'java\nscript:',
        'vbscript:',
        'data:text/html,',
        'file:///',
      ],
      ...['//a.example/', '#', ''],
    ),
    fc.oneof(fc.constant(''), anyText),
  )
  .map((parts) => parts.join(''));

const flag = fc.boolean();
const size = fc.integer({ min: 1, max: 9999 });

const anySpans: fc.Arbitrary<Span[]> = fc.array(
  fc.record(
    { text: anyText, bold: flag, italic: flag, underline: flag, href: anyAddress },
    { requiredKeys: ['text'] },
  ),
  { maxLength: 3 },
);

const picture = fc.record(
  { url: anyAddress, alt: anyText, caption: anyText, width: size, height: size },
  { requiredKeys: ['url', 'alt'] },
);

export const anyFile: fc.Arbitrary<Attachment> = fc.record(
  { name: anyText, url: anyAddress, fileType: fc.constantFrom('pdf', '', 'xyz'), size },
  { requiredKeys: ['name', 'url', 'fileType'] },
);

const cell = fc.record(
  {
    spans: anySpans,
    colSpan: fc.integer({ min: 2, max: 100 }),
    rowSpan: fc.integer({ min: 2, max: 1000 }),
  },
  { requiredKeys: ['spans'] },
);

const target = fc.oneof(
  fc.record({ kind: fc.constantFrom('web' as const, 'officialArticle' as const), url: anyAddress }),
  fc.record({
    kind: fc.constant('miniProgram' as const),
    appId: fc.constant('wx0123456789abcdef'),
    path: anyText,
  }),
);

/** A block of any kind, by the contract but for its addresses. */
export const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('paragraph' as const, 'quote' as const), spans: anySpans }),
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(2 as const, 3 as const),
    text: anyText,
  }),
  picture.map((one) => ({ kind: 'image' as const, ...one })),
  fc.record({
    kind: fc.constant('gallery' as const),
    images: fc.array(picture, { minLength: 2, maxLength: 3 }),
  }),
  fc.record(
    { kind: fc.constant('video' as const), url: anyAddress, text: anyText, poster: anyAddress },
    { requiredKeys: ['kind', 'url', 'text'] },
  ),
  fc.record({ kind: fc.constant('audio' as const), url: anyAddress, text: anyText }),
  anyFile.map(({ name, ...file }) => ({ kind: 'attachment' as const, text: name, ...file })),
  fc.record({ kind: fc.constant('linkCard' as const), text: anyText, target }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: flag,
    items: fc.array(fc.record({ spans: anySpans }), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    header: flag,
    rows: fc.array(fc.record({ cells: fc.array(cell, { maxLength: 3 }) }), { maxLength: 3 }),
  }),
  fc.constant({ kind: 'divider' as const }),
  fc.record({ kind: fc.constant('unknown' as const), text: anyText }),
);
