import { type Static, Type } from 'typebox';

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
  /** Absolute, or a path on the endpoint (`/media/…`). */
  url: Type.String(),
  /** What a screen reader says; empty when the page said nothing. */
  alt: Type.String(),
  caption: Type.Optional(Type.String()),
  /** Pixels of the picture itself, so that its place can be kept while it loads. */
  width: Type.Optional(Type.Integer({ minimum: 1 })),
  height: Type.Optional(Type.Integer({ minimum: 1 })),
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
  ListBlock,
  QuoteBlock,
  TableBlock,
  DividerBlock,
  UnknownBlock,
]);
export type Block = Static<typeof Block>;
