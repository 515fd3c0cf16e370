import type { CleanElement } from '../html/clean-tree.ts';
import type { TagRole } from '../html/tag-roles.ts';
import type { FileLink, PageBase } from '../page.ts';
import type { BlockWriter, Holder } from './block-writer.ts';
import { toCleanText } from './clean-text.ts';
import { toImageBlock } from './image-block.ts';
import { isLayoutTable } from './is-layout-table.ts';
import { toLinkTarget } from './link-target.ts';
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
  files: FileLink[];
  warnings: string[];
}

/** What entering an element did. */
interface Opened {
  style: SpanStyle;
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

/** A quote that holds more than text is an indentation: it is opened up. */
const openQuote: Opener = (element, state, style) => {
  const { writer } = state;
  const isPlain = !containsAny(element, ['table', 'list', 'quote', 'heading', 'image', 'divider']);
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
  else if (image !== undefined) writer.writeImage(image);
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

function openLink(element: CleanElement, { base, files, warnings }: WalkState): { href?: string } {
  const { href, file, warning } = toLinkTarget(element.attributes.get('href'), base);
  if (warning !== undefined) warnings.push(warning);
  if (file !== undefined) files.push({ name: toCleanText(element), reference: file.reference });
  return href === undefined ? {} : { href };
}

/** Enters an element: the one switch from a role to what is written. */
export function openElement(element: CleanElement, around: SpanStyle, state: WalkState): Opened {
  const close = OPENERS[element.role]?.(element, state, around);
  const link = element.tag === 'a' ? openLink(element, state) : {};
  return { style: { ...toSpanStyle(element, around), ...link }, close };
}
