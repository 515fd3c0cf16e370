import type { Block, Span } from '../../../types/block.ts';
import { joinSpanLines, type SpanLine, toSpanLines } from '../enhance/span-lines.ts';
import { NAME_LENGTH } from '../media/limits.ts';
import type { FileLink, PageBase } from '../page.ts';
import { toAttachments } from '../to-attachments.ts';
import { toOneLine, trimText } from '../trim-text.ts';
import type { BlockOf } from './block-kinds.ts';
import { type CardTarget, toOfficialArticle } from './program-link.ts';
import type { WrittenSpan } from './span-buffer.ts';

/** A link of a line, and what stands before it since the last one. */
interface LinePart {
  before: string;
  text: string;
  file?: FileLink | undefined;
  target?: CardTarget | undefined;
}

interface LineParts {
  links: LinePart[];
  /** What stands after the last link. */
  after: string;
}

type AttachmentBlock = BlockOf<'attachment'>;

/** The blocks, and the names that files have by their lines rather than by their links. */
export interface LoneLinks {
  blocks: Block[];
  names: ReadonlyMap<FileLink, string>;
}

function toTarget({ program, href }: WrittenSpan): CardTarget | undefined {
  if (program !== undefined) return program;
  if (href === undefined || !/^https?:/.test(href)) return undefined;
  return toOfficialArticle(href) ?? { kind: 'web', url: href };
}

/** Reads a line as words and links; the runs of one link are one. */
function toParts(spans: readonly WrittenSpan[]): LineParts {
  const links: LinePart[] = [];
  let words = '';
  let previous: WrittenSpan | undefined;
  for (const span of spans) {
    const { file, href, program } = span;
    const isLink = file !== undefined || program !== undefined || toTarget(span) !== undefined;
    const isSame =
      previous?.file === file && previous?.href === href && previous?.program === program;
    const last = links.at(-1);
    if (!isLink) words += span.text;
    else if (isSame && last !== undefined && words === '') last.text += span.text;
    else {
      links.push({ before: words, text: span.text, file, target: toTarget(span) });
      words = '';
    }
    previous = span;
  }
  return { links, after: words };
}

/** What stands around the files of a line that holds nothing else: 附件1：【…】已下载 次, the size of a file, marks. */
const FRAME =
  /^(?:附件|附表|附录|附|相关|下载|点击|地址|已|次数|次|KB|MB|K|M|[\s\p{P}\p{S}\d一二三四五六七八九十\u200B\uFEFF])*$/iu;

/** No frame is longer; patterns never see more. */
const LONGEST_FRAME = 200;
const isFrame = (text: string) => text.length <= LONGEST_FRAME && FRAME.test(text);

/** The words of a link that do not name what it leads to. */
const NAMELESS = /^(?:点击|点此|点这里|立即|请)?(?:下载|查看|打开)?(?:附件|文件|全文)?(?:下载)?$/;

const NUMBERED = /(?:附件|附表|附录)\s*[\d一二三四五六七八九十]+\s*[：:.、]?\s*$/;

/** A sentence is no name. */
const SENTENCE = /[。！？，；]/;
const LONGEST_NAME = 40;

const withoutBlanks = (text: string) => toOneLine(text).replaceAll(' ', '');

/** True for a link whose words a reader sees, all of them in this line. */
function isWhole({ text, file }: LinePart): boolean {
  const seen = withoutBlanks(text);
  return seen !== '' && seen === withoutBlanks(file?.name ?? text);
}

/** The file's name by its line; undefined when the line says more than a file's name, or less. */
function toName(link: LinePart): string | undefined {
  const { before, text, file } = link;
  if (before.length > LONGEST_FRAME || !isWhole(link)) return undefined;
  if (isFrame(before)) {
    const number = NUMBERED.exec(before)?.[0] ?? '';
    const name = toOneLine(`${number}${file?.name ?? text}`);
    // A longer one would be shortened when the file is kept, and its end be read nowhere.
    return [...name].length <= NAME_LENGTH ? name : undefined;
  }
  const words = trimText(before).replace(/[\s：:【[（(]+$/u, '');
  const isName = NAMELESS.test(toOneLine(text)) && !SENTENCE.test(words);
  return isName && [...words].length <= LONGEST_NAME ? toOneLine(words) : undefined;
}

interface NamedFile {
  file: FileLink;
  name: string;
}

/** The files of a line that holds nothing else; none when it holds anything else. */
function readFileLine(spans: readonly WrittenSpan[]): NamedFile[] {
  const { links, after } = toParts(spans);
  if (!isFrame(after)) return [];
  const found: NamedFile[] = [];
  for (const link of links) {
    const name = toName(link);
    if (link.file === undefined || name === undefined) return [];
    found.push({ file: link.file, name });
  }
  return found;
}

/** A line that only announces the files below it. */
const ANNOUNCEMENT = /^(?:相关)?(?:附件|附|附表)(?:下载|列表|如下)?[：:]?$/;

const toText = (spans: readonly Span[]) => trimText(spans.map((span) => span.text).join(''));
const isAnnouncement = (spans: readonly Span[]) => ANNOUNCEMENT.test(toText(spans));

class LoneLinkReader {
  readonly blocks: Block[] = [];
  readonly names = new Map<FileLink, string>();
  constructor(private readonly base: PageBase) {}

  read(block: Block): void {
    if (block.kind === 'paragraph') this.readParagraph(block.spans);
    else if (block.kind === 'list') this.readList(block);
    else this.blocks.push(block);
  }

  private toBlock({ file, name }: NamedFile): AttachmentBlock[] {
    const [attachment] = toAttachments([{ ...file, name }], this.base).attachments;
    if (attachment === undefined) return [];
    this.names.set(file, name);
    const { name: text, ...rest } = attachment;
    return [{ kind: 'attachment', text, ...rest }];
  }

  /** Files take the place of the line that announced them. */
  private place(files: readonly NamedFile[]): void {
    const last = this.blocks.at(-1);
    if (last?.kind === 'paragraph' && isAnnouncement(last.spans)) this.blocks.pop();
    this.blocks.push(...files.flatMap((file) => this.toBlock(file)));
  }

  private readParagraph(spans: Span[]): void {
    const card = this.toCard(spans);
    if (card !== undefined) {
      this.blocks.push(card);
      return;
    }
    if (!spans.some((span: WrittenSpan) => span.file !== undefined)) {
      this.blocks.push({ kind: 'paragraph', spans });
      return;
    }
    let text: SpanLine[] = [];
    const flush = () => {
      if (text.some((line) => line.spans.length > 0))
        this.blocks.push({ kind: 'paragraph', spans: joinSpanLines(text) });
      text = [];
    };
    for (const line of toSpanLines(spans)) {
      const files = readFileLine(line.spans);
      if (files.length === 0) {
        text.push({ ...line, spans: [...toIndent(line), ...line.spans] });
        continue;
      }
      if (text.at(-1) !== undefined && isAnnouncement(text.at(-1)?.spans ?? [])) text.pop();
      flush();
      this.place(files);
    }
    flush();
  }

  /** A list of nothing but files. */
  private readList(block: BlockOf<'list'>): void {
    const files = block.items.map(({ spans }) => readFileLine(spans));
    if (files.every((line) => line.length > 0)) this.place(files.flat());
    else this.blocks.push(block);
  }

  /** A paragraph that is one link and nothing else. */
  private toCard(spans: Span[]): Block | undefined {
    const { links, after } = toParts(spans);
    const [link] = links;
    if (links.length !== 1 || link?.target === undefined || link.file !== undefined)
      return undefined;
    const isAlone = trimText(link.before) === '' && trimText(after) === '';
    const text = toOneLine(link.text);
    if (!isAlone || text === '') return undefined;
    return { kind: 'linkCard', text, target: link.target };
  }
}

const toIndent = ({ indent }: SpanLine): Span[] => (indent === '' ? [] : [{ text: indent }]);

/**
 * Links that stand alone become blocks: a line of nothing but files (附件1：报名表.docx) the files; a paragraph of nothing
 * but a link to a page, a 公众号 article or another mini-program a card. A link in a sentence stays there.
 */
export function takeLoneLinks(blocks: readonly Block[], base: PageBase): LoneLinks {
  const reader = new LoneLinkReader(base);
  for (const block of blocks) reader.read(block);
  return { blocks: reader.blocks, names: reader.names };
}
