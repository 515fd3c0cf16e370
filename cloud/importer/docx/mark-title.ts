import { toOneLine, trimText } from '../trim-text.ts';

/** The members of mammoth's document that are read; everything else passes through untouched. */
export interface DocxNode {
  type: string;
  children?: DocxNode[];
  value?: string;
  styleId?: string | null;
  styleName?: string | null;
  alignment?: string | null;
  isBold?: boolean;
  fontSize?: number | null;
  numbering?: unknown;
}

/** The style that marks the title on its way through mammoth; its style map turns it into `h1.title`. */
export const TITLE_STYLE = 'article title';

const TITLE_STYLES = /^(title|标题)$/i;
const FIRST_HEADING = /^(heading|标题) ?1$/i;
/** The line above a 发文字号: `江门市妇女联合会文件`. */
const LETTERHEAD = /(文件|函件|简报|通报|纪要)$/;
/** `江妇〔2024〕3号`, with any of the brackets that are typed for the right ones. */
const DOCUMENT_NUMBER = /[〔[(（【［]\s*\d{4}\s*[〕\])）】］]\s*第?\s*\d+\s*号/;
const LABEL = /^[\p{P}\p{S}\s]*[\p{Script=Han}\s]{2,6}[:：]/u;
/** A title stands at the top; what is centred further down heads a section or a table. */
const TOP = 12;
const MAX_TITLE_LINES = 3;
const MAX_TITLE_LENGTH = 120;
/** 小二, in points: smaller centred lines without bold are bylines. */
const TITLE_FONT_SIZE = 18;

function* walkRuns(node: DocxNode): Generator<DocxNode> {
  for (const child of node.children ?? []) {
    if (child.type === 'run') yield child;
    else yield* walkRuns(child);
  }
}

function toText(node: DocxNode): string {
  if (node.type === 'break') return '\n';
  return (node.value ?? '') + (node.children ?? []).map(toText).join('');
}

interface Line {
  node: DocxNode;
  text: string;
  /** Centred, and bold or large: how people write a title who use no styles. */
  isDisplayed: boolean;
}

function toLine(node: DocxNode): Line {
  const runs = [...walkRuns(node)].filter((run) => trimText(toText(run)) !== '');
  const isLarge = runs.every(({ fontSize }) => (fontSize ?? 0) >= TITLE_FONT_SIZE);
  const isBold = runs.every((run) => run.isBold === true);
  return {
    node,
    text: toOneLine(toText(node)),
    isDisplayed: node.alignment === 'center' && runs.length > 0 && (isBold || isLarge),
  };
}

const mayBeTitle = ({ text }: Line) =>
  text !== '' &&
  [...text].length <= MAX_TITLE_LENGTH &&
  !DOCUMENT_NUMBER.test(text) &&
  !LABEL.test(text);

/** Whether a line is the red head of a 公文: it says 文件, and the number of the document follows below. */
const isLetterhead = (lines: readonly Line[], at: number) =>
  LETTERHEAD.test(lines[at]?.text ?? '') &&
  lines.slice(at + 1, at + 4).some(({ text }) => DOCUMENT_NUMBER.test(text));

/** The lines of a title that is set over several lines. */
function takeDisplayed(lines: readonly Line[], from: number): Line[] {
  const rest = lines.slice(from, from + MAX_TITLE_LINES);
  const end = rest.findIndex((line) => !line.isDisplayed || !mayBeTitle(line));
  return end === -1 ? rest : rest.slice(0, end);
}

function findTitle(lines: readonly Line[]): Line[] {
  const styled = lines.find(
    (line) => TITLE_STYLES.test(line.node.styleName ?? '') && mayBeTitle(line),
  );
  if (styled !== undefined) return [styled];
  const at = lines.findIndex((line, index) => {
    const { styleName, numbering } = line.node;
    const isHeading = FIRST_HEADING.test(styleName ?? '') && !numbering;
    return (isHeading || line.isDisplayed) && mayBeTitle(line) && !isLetterhead(lines, index);
  });
  const first = lines[at];
  if (first === undefined) return [];
  return first.isDisplayed ? takeDisplayed(lines, at) : [first];
}

/**
 * The document with its title marked by `TITLE_STYLE`: the first paragraph in the style of a title, else the first
 * of the top that is a heading of level 1 or a centred bold or large line. Letterhead and number of a 公文 are none.
 */
export function markTitle(document: DocxNode): DocxNode {
  const paragraphs = (document.children ?? []).filter(({ type }) => type === 'paragraph');
  const lines = paragraphs.map(toLine).filter(({ text }) => text !== '');
  const title = new Set(findTitle(lines.slice(0, TOP)).map(({ node }) => node));
  const children = (document.children ?? []).map((node) =>
    title.has(node) ? { ...node, styleId: null, styleName: TITLE_STYLE, numbering: null } : node,
  );
  return { ...document, children };
}
