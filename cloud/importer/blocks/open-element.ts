import type { CleanElement } from '../html/clean-tree.ts';
import type { TagRole } from '../html/tag-roles.ts';
import type { FileLink, PageBase } from '../page.ts';
import { cardWords } from '../words.ts';
import type { BlockWriter, Holder } from './block-writer.ts';
import { toCleanText } from './clean-text.ts';
import { toImageBlock } from './image-block.ts';
import { isLayoutTable } from './is-layout-table.ts';
import { toLinkTarget } from './link-target.ts';
import { readMedium } from './media-block.ts';
import { readProgramTitle, toOfficialArticle } from './program-link.ts';
import type { SpanStyle } from './span-buffer.ts';
import { toSpanStyle } from './span-style.ts';

/** What the walk over one body carries along. */
export interface WalkState {
  writer: BlockWriter;
  base: PageBase;
  /** The lists inside of lists (or quotes, cells) that are open: their items become lines with these marks. */
  counters: (() => string)[];
  /** Inside of a `<thead>`. */
  isInHead: boolean;
  /** How often each tag was met that is not on the list. */
  unknown: Map<string, number>;
  /** And each film, frame or plug-in that names nothing one could show. */
  dropped: Map<string, number>;
  files: FileLink[];
  warnings: string[];
}

/** What entering an element did. */
interface Opened {
  style: SpanStyle;
  /** True where what is in it is not to be read. */
  isRead?: true;
  /** Undoes it, after the element's children. */
  close?: (() => void) | undefined;
}

type Opener = (
  element: CleanElement,
  state: WalkState,
  style: SpanStyle,
) => (() => void) | undefined;

const openBlock: Opener = (_element, { writer }) => {
  writer.breakBlock();
  return () => writer.breakBlock();
};

const openBlockOrHead: Opener = (element, state, style) => {
  if (element.tag !== 'thead') return openBlock(element, state, style);
  state.isInHead = true;
  return () => {
    state.isInHead = false;
  };
};

function hold(writer: BlockWriter, holder: Holder): () => void {
  writer.openHolder(holder);
  return () => writer.closeHolder();
}

const containsAny = (element: CleanElement, roles: readonly TagRole[]) =>
  roles.some((role) => element.contains.has(role));

/** True where text may go to a holder of its own and not to a cell, an item or what is held already. */
const canHold = (writer: BlockWriter) => !writer.isHolding && !writer.isInTable && !writer.isInList;

const openHeading: Opener = (element, state, style) => {
  const { writer } = state;
  const isPlain = !containsAny(element, ['table', 'list', 'quote', 'heading']);
  if (!isPlain || !canHold(writer)) {
    return openBlock(element, state, style);
  }
  return hold(writer, { kind: 'heading', level: /^h[12]$/.test(element.tag) ? 2 : 3 });
};

const NOT_QUOTED: readonly TagRole[] = [
  'table',
  'list',
  'quote',
  'heading',
  'image',
  'media',
  'divider',
];

/** A quote that holds more than text is an indentation: it is opened up. */
const openQuote: Opener = (element, state, style) => {
  const { writer } = state;
  const isPlain = !containsAny(element, NOT_QUOTED);
  return isPlain && canHold(writer)
    ? hold(writer, { kind: 'quote' })
    : openBlock(element, state, style);
};

const readStart = (element: CleanElement) => {
  const start = element.attributes.get('start') ?? '';
  return /^\d{1,6}$/.test(start) ? Number(start) : 1;
};

/** A list inside of something that holds one paragraph: each item is a line with its mark. */
function openInnerList(element: CleanElement, { writer, counters }: WalkState): () => void {
  let number = readStart(element) - 1;
  writer.breakBlock();
  counters.push(() => {
    number += 1;
    return element.tag === 'ol' ? `${number}. ` : '· ';
  });
  return () => {
    counters.pop();
    writer.breakBlock();
  };
}

const openList: Opener = (element, state, style) => {
  const { writer } = state;
  if (writer.isHolding) return openInnerList(element, state);
  if (writer.isInTable || writer.isInList || element.contains.has('table')) {
    return openBlock(element, state, style);
  }
  writer.openList(element.tag === 'ol', readStart(element));
  return () => writer.closeList();
};

const openItem: Opener = (element, state, style) => {
  const { writer, counters } = state;
  if (writer.isInList) return hold(writer, { kind: 'item' });
  const close = openBlock(element, state, style);
  const mark = writer.isHolding ? counters.at(-1)?.() : undefined;
  if (mark !== undefined) writer.writeText(mark, {}, false);
  return close;
};

const openTable: Opener = (element, state, style) => {
  const { writer } = state;
  if (writer.isHolding || writer.isInTable || isLayoutTable(element)) {
    return openBlock(element, state, style);
  }
  writer.openTable();
  return () => writer.closeTable();
};

const openRow: Opener = (element, state, style) => {
  if (!state.writer.isInTable) return openBlock(element, state, style);
  state.writer.openRow();
  return undefined;
};

/** HTML's own limits of `colspan` and `rowspan`, which the contract repeats. */
function readSpan(value: string | undefined, max: number): number | undefined {
  const span = /^\d{1,6}$/.test(value ?? '') ? Math.min(Number(value), max) : 1;
  return span >= 2 ? span : undefined;
}

const openCell: Opener = (element, state, style) => {
  const { writer } = state;
  if (writer.isInTable) {
    const colSpan = readSpan(element.attributes.get('colspan'), 100);
    const rowSpan = readSpan(element.attributes.get('rowspan'), 1000);
    const spans = {
      ...(colSpan === undefined ? {} : { colSpan }),
      ...(rowSpan === undefined ? {} : { rowSpan }),
    };
    return hold(writer, { kind: 'cell', isHeader: element.tag === 'th' || state.isInHead, spans });
  }
  if (!writer.isHolding) return openBlock(element, state, style);
  writer.writeText(' ', {}, false);
  return undefined;
};

const openCaption: Opener = (element, state, style) =>
  state.writer.isHolding || state.writer.isInList
    ? openBlock(element, state, style)
    : hold(state.writer, { kind: 'caption' });

const openImage: Opener = (element, { writer, base, warnings }) => {
  const image = toImageBlock(element.attributes, base);
  if (image !== undefined && 'warning' in image) warnings.push(image.warning);
  else if (image !== undefined) writer.writeStanding(image);
  return undefined;
};

const BLOCK_ROLES: readonly TagRole[] = [
  'block',
  'heading',
  'list',
  'item',
  'quote',
  'table',
  'row',
  'cell',
  'caption',
  'image',
  'media',
  'divider',
  'preformatted',
];

/** An unknown tag between blocks is a block of its own; inside of a sentence, or around blocks, it is seen through. */
const openUnknown: Opener = (element, { writer, unknown }) => {
  unknown.set(element.tag, (unknown.get(element.tag) ?? 0) + 1);
  const isOwnBlock = writer.isBetweenBlocks && !containsAny(element, BLOCK_ROLES);
  return isOwnBlock ? hold(writer, { kind: 'unknown' }) : undefined;
};

const OPENERS: Partial<Record<TagRole, Opener>> = {
  block: openBlockOrHead,
  preformatted: openBlock,
  heading: openHeading,
  list: openList,
  item: openItem,
  quote: openQuote,
  table: openTable,
  row: openRow,
  cell: openCell,
  caption: openCaption,
  image: openImage,
  unknown: openUnknown,
  divider: (_element, { writer }) => {
    writer.writeDivider();
    return undefined;
  },
  break: (_element, { writer }) => {
    writer.breakLine();
    return undefined;
  },
};

type Link = Pick<SpanStyle, 'href' | 'file' | 'program'>;

function openLink(element: CleanElement, { base, files, warnings }: WalkState): Link {
  const text = toCleanText(element);
  const { warning, ...link } = toLinkTarget(element.attributes, text, base);
  if (warning !== undefined) warnings.push(warning);
  const isSeen = text !== '' || element.contains.has('image');
  if (link.file !== undefined && isSeen) files.push(link.file);
  return link;
}

function readMediumInto(element: CleanElement, { writer, base, files, dropped }: WalkState): void {
  const medium = readMedium(element, base);
  if (medium === undefined) dropped.set(element.tag, (dropped.get(element.tag) ?? 0) + 1);
  else if (medium.kind === 'file') files.push(medium.file);
  else writer.writeStanding(medium.block);
}

/** A picture that leads to a 公众号 article or another mini-program has no words to tap: a card follows it. */
function openPictureLink(element: CleanElement, { program, href }: Link, { writer }: WalkState) {
  const target = program ?? (href === undefined ? undefined : toOfficialArticle(href));
  if (target === undefined || !element.contains.has('image')) return undefined;
  const named = element.attributes.get('title')?.trim() || readProgramTitle(element.attributes);
  const text =
    named || (target.kind === 'miniProgram' ? cardWords.program : cardWords.officialArticle);
  return () => writer.writeStanding({ kind: 'linkCard', text, target });
}

/** Enters an element: the one switch from a role to what is written. */
export function openElement(element: CleanElement, around: SpanStyle, state: WalkState): Opened {
  if (element.role === 'media') {
    readMediumInto(element, state);
    return { style: around, isRead: true };
  }
  const close = OPENERS[element.role]?.(element, state, around);
  if (element.tag !== 'a') return { style: toSpanStyle(element, around), close };
  const { href: _href, file: _file, program: _program, ...outside } = around;
  const link = openLink(element, state);
  const style = { ...toSpanStyle(element, outside), ...link };
  return {
    style,
    close: toCleanText(element) === '' ? openPictureLink(element, link, state) : close,
  };
}
