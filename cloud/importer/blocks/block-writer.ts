import type { Block, Span } from '../../../types/block.ts';
import { toOneLine } from '../trim-text.ts';
import type { BlockOf, StandingBlock, TableBlock, TableCell } from './block-kinds.ts';
import { SpanBuffer, type SpanStyle } from './span-buffer.ts';

/** Something that holds one paragraph of text; what would begin a block inside of it begins a line. */
export type Holder =
  | { kind: 'heading'; level: 2 | 3 }
  | { kind: 'quote' }
  | { kind: 'item' }
  | { kind: 'caption' }
  | { kind: 'unknown' }
  | { kind: 'cell'; isHeader: boolean; spans: Pick<TableCell, 'colSpan' | 'rowSpan'> };

/** A longer heading is a page whose heading was never closed: its text is body. */
const MAX_HEADING = 120;

const toPlainText = (spans: readonly Span[]) => spans.map((span) => span.text).join('');

/**
 * Writes the flat list of blocks. At any time text goes to the paragraph being written, or to the one holder that is
 * open; pictures, films and the like inside of a holder or table follow it.
 */
export class BlockWriter {
  private readonly blocks: Block[] = [];
  private readonly buffer = new SpanBuffer();
  private holder: Holder | undefined;
  private table: TableBlock | undefined;
  private list: { block: BlockOf<'list'>; start: number } | undefined;
  private deferred: StandingBlock[] = [];

  get isHolding(): boolean {
    return this.holder !== undefined;
  }

  get isInTable(): boolean {
    return this.table !== undefined && this.holder === undefined;
  }

  get isInList(): boolean {
    return this.list !== undefined && this.holder === undefined;
  }

  /** True where a block may begin without cutting a sentence in two. */
  get isBetweenBlocks(): boolean {
    return !this.holder && !this.table && !this.list && this.buffer.isBlank;
  }

  writeText(text: string, style: SpanStyle, literally: boolean): void {
    if (literally) this.buffer.writeLiterally(text, style);
    else this.buffer.write(text, style);
  }

  breakLine(): void {
    this.buffer.breakLine();
  }

  /** Ends the paragraph, or the line where only lines are possible. */
  breakBlock(): void {
    if (this.holder !== undefined) this.buffer.breakBlock();
    else this.flush();
  }

  writeStanding(block: StandingBlock): void {
    if (this.holder !== undefined || this.table !== undefined) {
      this.deferred.push(block);
      return;
    }
    this.flush();
    this.flushList();
    this.blocks.push(block);
  }

  writeDivider(): void {
    this.breakBlock();
    if (this.isHolding || this.table !== undefined) return;
    this.flushList();
    this.blocks.push({ kind: 'divider' });
  }

  openHolder(holder: Holder): void {
    this.flush();
    this.holder = holder;
  }

  closeHolder(): void {
    const { holder } = this;
    const spans = this.buffer.take();
    this.holder = undefined;
    if (holder !== undefined) this.place(holder, spans);
    if (this.table === undefined) this.blocks.push(...this.takeDeferred());
  }

  openTable(): void {
    this.flush();
    this.flushList();
    this.table = { kind: 'table', header: false, rows: [] };
  }

  openRow(): void {
    this.table?.rows.push({ cells: [] });
  }

  closeTable(): void {
    const { table } = this;
    this.flush();
    this.table = undefined;
    if (table !== undefined) {
      const rows = table.rows.filter((row) => row.cells.length > 0);
      this.blocks.push({ ...table, header: table.header && rows.length > 1, rows });
    }
    this.blocks.push(...this.takeDeferred());
  }

  openList(ordered: boolean, start: number): void {
    this.flush();
    this.list = { block: { kind: 'list', ordered, items: [] }, start };
  }

  closeList(): void {
    this.flush();
    this.flushList();
    this.list = undefined;
  }

  /** Everything that was written. */
  finish(): Block[] {
    this.flush();
    return this.blocks;
  }

  private takeDeferred(): StandingBlock[] {
    const { deferred } = this;
    this.deferred = [];
    // The items before it stay before it.
    if (deferred.length > 0) this.flushList();
    return deferred;
  }

  private flush(): void {
    const { isBlank } = this.buffer;
    const spans = this.buffer.take();
    if (isBlank) return;
    this.flushList();
    this.blocks.push({ kind: 'paragraph', spans });
  }

  /** Writes the items so far and goes on with the list: text between items splits it. */
  private flushList(): void {
    if (this.list === undefined || this.list.block.items.length === 0) return;
    const { block, start } = this.list;
    // A list block always counts from 1; a list that counts from elsewhere keeps its numbers as text.
    if (block.ordered && start !== 1) {
      block.items.forEach((item, at) => {
        const number: Span = { text: `${start + at}. ` };
        this.blocks.push({ kind: 'paragraph', spans: [number, ...item.spans] });
      });
    } else {
      this.blocks.push(block);
    }
    this.list = { block: { ...block, items: [] }, start: start + block.items.length };
  }

  private place(holder: Holder, spans: Span[]): void {
    switch (holder.kind) {
      case 'heading':
        this.placeHeading(holder.level, spans);
        break;
      case 'quote':
        this.blocks.push({ kind: 'quote', spans });
        break;
      case 'unknown':
        this.blocks.push({ kind: 'unknown', text: toPlainText(spans) });
        break;
      case 'item':
        this.list?.block.items.push({ spans });
        break;
      case 'caption':
        this.placeCaption(spans);
        break;
      case 'cell':
        this.placeCell(holder, spans);
        break;
    }
  }

  private placeHeading(level: 2 | 3, spans: Span[]): void {
    const text = toOneLine(toPlainText(spans));
    if (text.length <= MAX_HEADING) this.blocks.push({ kind: 'heading', level, text });
    else this.blocks.push({ kind: 'paragraph', spans });
  }

  private placeCaption(spans: Span[]): void {
    const image = this.table === undefined ? this.blocks.at(-1) : undefined;
    const text = toOneLine(toPlainText(spans));
    if (image?.kind === 'image' && image.caption === undefined && text !== '') image.caption = text;
    else this.blocks.push({ kind: 'paragraph', spans });
  }

  private placeCell(holder: Extract<Holder, { kind: 'cell' }>, spans: Span[]): void {
    if (this.table === undefined) return;
    if (this.table.rows.length === 0) this.openRow();
    const row = this.table.rows.at(-1);
    if (this.table.rows.length === 1) {
      this.table.header = holder.isHeader && (row?.cells.length === 0 || this.table.header);
    }
    row?.cells.push({ spans, ...holder.spans });
  }
}
