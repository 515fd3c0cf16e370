import { type Static, Type } from 'typebox';
import { ATTACHED_FILE } from './attachment.ts';
import { PICTURE } from './picture.ts';

/**
 * The body of an article or event: a flat list of blocks, one union discriminated by `kind`.
 *
 * Compatibility rule: a block kind added later carries its words in members called `text`, at any depth,
 * so that a mini-program that does not know the kind can still show them.
 */

/** A run of text in one style. `text` may hold `\n` for a line break inside the paragraph. */
export const Span = Type.Object({
  text: Type.String(),
  bold: Type.Optional(Type.Boolean()),
  italic: Type.Optional(Type.Boolean()),
  underline: Type.Optional(Type.Boolean()),
  /** Where a tap leads: `https:`, `http:`, `tel:` or `mailto:`; nothing else is ever stored. */
  href: Type.Optional(Type.String()),
});
export type Span = Static<typeof Span>;

const Spans = Type.Array(Span);

const ParagraphBlock = Type.Object({ kind: Type.Literal('paragraph'), spans: Spans });

/** `level` 2 is a section of the article, 3 a part of a section; level 1 is the article's own title. */
const HeadingBlock = Type.Object({
  kind: Type.Literal('heading'),
  level: Type.Union([Type.Literal(2), Type.Literal(3)]),
  text: Type.String(),
});

const ImageBlock = Type.Object({
  kind: Type.Literal('image'),
  ...PICTURE,
  caption: Type.Optional(Type.String()),
});

/** Pictures that belong together and stand side by side; at least two. */
const GalleryBlock = Type.Object({
  kind: Type.Literal('gallery'),
  images: Type.Array(Type.Object({ ...PICTURE, caption: Type.Optional(Type.String()) })),
});

/** A film on our own storage; `text` is its title, empty where the page gives none. */
const VideoBlock = Type.Object({
  kind: Type.Literal('video'),
  url: Type.String(),
  text: Type.String(),
  poster: Type.Optional(Type.String()),
  width: Type.Optional(Type.Integer({ minimum: 1 })),
  height: Type.Optional(Type.Integer({ minimum: 1 })),
});

/** A recording on our own storage; `text` is its title, empty where the page gives none. */
const AudioBlock = Type.Object({
  kind: Type.Literal('audio'),
  url: Type.String(),
  text: Type.String(),
});

/** A file where the body offers it; it stands among the article's attachments too. `text` is its name. */
const AttachmentBlock = Type.Object({
  kind: Type.Literal('attachment'),
  text: Type.String(),
  ...ATTACHED_FILE,
});

/** A link that stands alone; `text` is its title. */
const LinkCardBlock = Type.Object({
  kind: Type.Literal('linkCard'),
  text: Type.String(),
  target: Type.Union([
    /** A 公众号 article (`https://mp.weixin.qq.com/s…`). */
    Type.Object({ kind: Type.Literal('officialArticle'), url: Type.String() }),
    /** Another mini-program; `path` with its query, absent for its first page. */
    Type.Object({
      kind: Type.Literal('miniProgram'),
      appId: Type.String({ pattern: '^wx[0-9a-f]{16}$' }),
      path: Type.Optional(Type.String()),
    }),
    Type.Object({ kind: Type.Literal('web'), url: Type.String() }),
  ]),
});

const ListBlock = Type.Object({
  kind: Type.Literal('list'),
  ordered: Type.Boolean(),
  items: Type.Array(Type.Object({ spans: Spans })),
});

const QuoteBlock = Type.Object({ kind: Type.Literal('quote'), spans: Spans });

const TableCell = Type.Object({
  spans: Spans,
  colSpan: Type.Optional(Type.Integer({ minimum: 2, maximum: 100 })),
  rowSpan: Type.Optional(Type.Integer({ minimum: 2, maximum: 1000 })),
});

const TableBlock = Type.Object({
  kind: Type.Literal('table'),
  /** True when the first row names the columns. */
  header: Type.Boolean(),
  rows: Type.Array(Type.Object({ cells: Type.Array(TableCell) })),
});

const DividerBlock = Type.Object({ kind: Type.Literal('divider') });

/** Something the importer, or an older mini-program, did not understand: its words are kept. */
const UnknownBlock = Type.Object({ kind: Type.Literal('unknown'), text: Type.String() });

export const Block = Type.Union([
  ParagraphBlock,
  HeadingBlock,
  ImageBlock,
  GalleryBlock,
  VideoBlock,
  AudioBlock,
  AttachmentBlock,
  LinkCardBlock,
  ListBlock,
  QuoteBlock,
  TableBlock,
  DividerBlock,
  UnknownBlock,
]);
export type Block = Static<typeof Block>;
