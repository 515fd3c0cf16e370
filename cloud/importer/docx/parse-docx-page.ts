import { toBlocks } from '../blocks/to-blocks.ts';
import { cleanTree } from '../html/clean-tree.ts';
import { parseHtml } from '../html/parse-html.ts';
import { type TextLine, toTextLines } from '../html/text-lines.ts';
import {
  type Element,
  findAttribute,
  isElement,
  isText,
  type TreeNode,
  walk,
} from '../html/tree.ts';
import { type LabelledValues, readLabels } from '../labels/read-labels.ts';
import type { PageBase, PageFacts } from '../page.ts';
import { type Result, succeed } from '../result.ts';
import { generic } from '../sites/generic.ts';
import { toOneLine } from '../trim-text.ts';
import { checkDocx } from './check-docx.ts';
import { toHtml } from './to-html.ts';

/** 时间 and 日期 alone are those of an activity; of the article they are beside its source only. */
const SAYS_PUBLISHED = /[发更][布表新]/;

/** The labelled lines right below the title. Whatever stands further down is body. */
function readHead(lines: readonly TextLine[]): { values: LabelledValues; nodes: TreeNode[] } {
  let values: LabelledValues = {};
  const nodes: TreeNode[] = [];
  for (const line of lines) {
    const found = readLabels(line.text, generic.labels);
    if (found === undefined) break;
    const isActivity = found.publishedAt !== undefined && found.source === undefined;
    if (isActivity && !SAYS_PUBLISHED.test(line.text)) break;
    values = { ...found, ...values };
    nodes.push(...line.nodes);
  }
  return { values, nodes };
}

const isTitle = (node: TreeNode): node is Element =>
  isElement(node) && findAttribute(node, 'class') === 'title';

/** The arrows with which mammoth leads from a note back to where it is named. */
const isWayBack = (node: TreeNode) =>
  isElement(node) && /^#(foot|end)note-ref-/.test(findAttribute(node, 'href') ?? '');

/**
 * A Word file: check → HTML (mammoth) → clean → to-blocks. Source and date stand in labelled lines below the title or
 * nowhere: what Word notes about the file itself (author, day of the last change) is not the article's.
 */
export async function parseDocxPage(bytes: Uint8Array, base: PageBase): Promise<Result<PageFacts>> {
  const checked = checkDocx(bytes);
  if (!checked.ok) return checked;
  const converted = await toHtml(bytes);
  if (!converted.ok) return converted;
  const document = parseHtml(converted.value.html);
  if (!document.ok) return document;
  const nodes = [...walk(document.value, () => true)];
  const body = nodes.find((node): node is Element => isElement(node) && node.tagName === 'body');
  const titles = nodes.filter(isTitle);
  const titleTexts = new Set(
    titles.flatMap((title) => [...walk(title, () => true)].filter(isText)),
  );
  const lines = toTextLines(document.value);
  const titleEnd = lines.findLastIndex((line) => line.nodes.some((node) => titleTexts.has(node)));
  const head =
    titles.length === 0 ? { values: {}, nodes: [] } : readHead(lines.slice(titleEnd + 1));
  const cut = new Set<TreeNode>([...titles, ...head.nodes, ...nodes.filter(isWayBack)]);
  const blocks = body
    ? toBlocks(cleanTree(body, cut).root, base)
    : { blocks: [], files: [], warnings: [] };
  const title = toOneLine([...titleTexts].map((node) => node.value).join(''));
  return succeed({
    ...{ siteName: undefined, organisation: undefined, morePages: [] },
    title: title === '' ? undefined : title,
    source: head.values.source,
    date: head.values.publishedAt,
    blocks: blocks.blocks,
    files: blocks.files,
    found: {
      title: title === '' ? 'none' : 'docx title',
      source: head.values.source === undefined ? 'none' : 'docx label',
      date: head.values.publishedAt === undefined ? 'none' : 'docx label',
      body: 'docx',
    },
    base,
    warnings: [...converted.value.warnings, ...blocks.warnings],
  });
}
