import type { Span } from '../../../types/block.ts';
import type { FileLink } from '../page.ts';
import type { ProgramTarget } from './program-link.ts';

/** How a run of text looks and where it leads. */
export interface SpanStyle {
  bold?: true;
  italic?: true;
  underline?: true;
  href?: string;
  /** The file that it links to, and the mini-program: known until `lone-links.ts` has seen them. */
  file?: FileLink;
  program?: ProgramTarget;
  /** The text stands in the middle: known until `captions.ts` has seen it. */
  centred?: true;
}

/** A span as it is written. */
export type WrittenSpan = Span & Pick<SpanStyle, 'file' | 'program' | 'centred'>;

const HTML_SPACE = /[ \t\r\n\f]+/g;

/** Collects the text of one paragraph, collapsing white space as HTML does. */
export class SpanBuffer {
  private spans: WrittenSpan[] = [];
  /** True where a blank would be the second in a row, or the first of a line. */
  private afterBlank = true;

  private hasWords = false;

  /** True when nothing but white space has been written. */
  get isBlank(): boolean {
    return !this.hasWords;
  }

  private push(text: string, style: SpanStyle): void {
    this.spans.push({ text, ...style });
    this.hasWords ||= text.trim() !== '';
  }

  write(text: string, style: SpanStyle): void {
    let written = text.replace(HTML_SPACE, ' ');
    if (this.afterBlank && written.startsWith(' ')) written = written.slice(1);
    if (written === '') return;
    this.afterBlank = written.endsWith(' ');
    this.push(written, style);
  }

  /** Text whose blanks and line ends stay as they are. */
  writeLiterally(text: string, style: SpanStyle): void {
    const written = text.replace(/\r\n?/g, '\n');
    if (written === '') return;
    this.afterBlank = /\s$/.test(written);
    this.push(written, style);
  }

  breakLine(): void {
    this.afterBlank = true;
    this.spans.push({ text: '\n' });
  }

  /** A line end where a block ends inside of something that holds one paragraph; none at its begin or twice. */
  breakBlock(): void {
    if (!this.isBlank && !this.spans.at(-1)?.text.endsWith('\n')) this.breakLine();
  }

  /** What was written; the buffer is empty afterwards. */
  take(): WrittenSpan[] {
    const { spans } = this;
    this.spans = [];
    this.afterBlank = true;
    this.hasWords = false;
    return spans;
  }
}
