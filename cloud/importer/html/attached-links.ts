import { readAttachmentsLabel } from '../labels/read-labels.ts';
import { toExtension } from '../media/document-types.ts';
import type { FileLink } from '../page.ts';
import type { SiteLabels } from '../sites/site.ts';
import { toFurniture } from './furniture.ts';
import { toText } from './node-text.ts';
import { kindOf, type TextLine } from './text-lines.ts';
import { type Element, findAttribute, type TreeNode } from './tree.ts';

/** Where a line stands: in the body, below it and above the footer, or elsewhere. */
export type Zone = 'body' | 'below' | 'no';

/** The files that a page offers on lines of their own, and what of the page shows them. */
export interface AttachedLinks {
  files: FileLink[];
  /** Links, icons and words of these lines. */
  nodes: TreeNode[];
}

/** What sites offer as files, wherever it stands; pictures, films and recordings are none. */
const FILE_TYPES = new Set(
  'pdf doc docx wps wpt xls xlsx et csv ppt pptx dps rtf txt ofd zip rar 7z ceb odt'.split(' '),
);
/** What a label on the same line makes a file: a poster, a code to scan, a form that was photographed. */
const PICTURE_TYPES = new Set(['jpg', 'jpeg', 'png']);
const isFileName = (text: string) =>
  FILE_TYPES.has(
    toExtension(
      text.replace(/[\s（(【[]*(?:\d[\d.,]*\s*[KMG]?B?|下载|点击下载|点击查看)[)）】\]]*$/iu, ''),
    ),
  );
/** Scripts that hand out files under a number. */
const DOWNLOAD =
  /(?:\bdown(?:load|file)?s?\b|downfile|\battach|\bfileid\b|\bfid=|getfile|uploadfile)/i;
const ATTACHMENT_NAME =
  /^[\s\u3000]*附(?:件|表|录)[\s\u3000]*[一二三四五六七八九十\d]*[\s\u3000]*(?:[:：.、．]|$|\S*(?:表|书|册|单))/u;
const NO_TARGET = /^(?:javascript:|mailto:|tel:|#|$)/i;

/** How sure it is that a link offers a file: by its name or address, or only because of where it stands. */
function isFileLink(link: Element): boolean {
  const reference = findAttribute(link, 'href')?.trim() ?? '';
  if (NO_TARGET.test(reference)) return false;
  const name = toText(link);
  return (
    FILE_TYPES.has(toExtension(reference)) ||
    isFileName(name) ||
    findAttribute(link, 'download') !== undefined ||
    ATTACHMENT_NAME.test(name) ||
    (DOWNLOAD.test(reference) && name !== '')
  );
}

const isPictureLink = (link: Element) =>
  PICTURE_TYPES.has(toExtension(findAttribute(link, 'href')?.trim() ?? '')) && toText(link) !== '';

/** What may stand beside the links of a line that shows nothing else: numbers, sizes, 附件1：, 下载. */
const REST =
  /^(?:[\s\u3000\u00a0\p{P}\p{S}]|已下载|附件|附表|相关|下载|点击|查看|文件|列表|[一二三四五六七八九十\d]|[KMG]B|B|次|大小|类型|更新)*$/iu;

interface LineLinks {
  links: Element[];
  /** The words beside them. */
  rest: string;
}

function linkAround(node: TreeNode): Element | undefined {
  for (let at = node.parentNode; at !== null && 'tagName' in at; at = at.parentNode) {
    if (at.tagName === 'a') return at;
  }
  return undefined;
}

function readLine(line: TextLine): LineLinks {
  const links: Element[] = [];
  let rest = '';
  for (const node of line.nodes) {
    const link = linkAround(node);
    if (link === undefined) rest += node.value;
    else if (!links.includes(link)) links.push(link);
  }
  return { links, rest };
}

function toFile(link: Element): FileLink {
  return { name: toText(link), reference: findAttribute(link, 'href')?.trim() ?? '' };
}

function isOffer({ links, rest }: LineLinks, isBelowLabel: boolean): boolean {
  if (links.length === 0 || !REST.test(rest)) return false;
  if (links.every(isFileLink)) return true;
  return (
    isBelowLabel &&
    links.every((link) => {
      const reference = findAttribute(link, 'href')?.trim() ?? '';
      return !NO_TARGET.test(reference) && toFurniture(toText(link)) === 'none';
    })
  );
}

/** Punctuation and 无 say that there is nothing. */
const NOTHING = /^[\s\u3000\p{P}\p{S}]*(?:无|暂无)?[\s\u3000\p{P}\p{S}]*$/u;

/** The label of a list of files alone on its line: `相关附件：`, `相关附件：无`. */
function isLabel(line: TextLine, labels: SiteLabels): boolean {
  const rest = readAttachmentsLabel(line.text, labels);
  return rest !== undefined && NOTHING.test(rest);
}

/** `附件：海报.jpg` */
function isLabelledPicture(
  line: TextLine,
  { links, rest }: LineLinks,
  labels: SiteLabels,
): boolean {
  return (
    links.length > 0 &&
    readAttachmentsLabel(line.text, labels) !== undefined &&
    REST.test(rest) &&
    links.every((link) => isFileLink(link) || isPictureLink(link))
  );
}

/**
 * The files offered on lines that hold nothing else, within the article and below it. A line 相关附件 counts as part of
 * them where files follow; one above words that name no file is a sentence of the body, as those are.
 *
 * @param zones where each of the lines stands
 */
export function readAttachedLinks(
  lines: readonly TextLine[],
  labels: SiteLabels,
  zones: readonly Zone[],
): AttachedLinks {
  const found: AttachedLinks = { files: [], nodes: [] };
  /** The label that waits for what follows, with a line 无. */
  let label: TextLine[] = [];
  let afterLabel = false;
  const takeLabel = () => {
    for (const line of label) found.nodes.push(...line.nodes, ...line.images);
    label = [];
  };
  for (const [at, line] of lines.entries()) {
    const where = zones[at];
    if (where === undefined || where === 'no') continue;
    const read = readLine(line);
    const labelled = isLabel(line, labels) || isLabelledPicture(line, read, labels);
    if (isOffer(read, afterLabel || labelled)) {
      if (where === 'below' && !afterLabel && !labelled && !read.links.every(isFileLink)) continue;
      takeLabel();
      afterLabel ||= labelled;
      found.files.push(...read.links.map(toFile));
      found.nodes.push(...line.nodes, ...line.images, ...read.links);
    } else if (labelled) {
      label = [line];
      afterLabel = true;
    } else if (label.length > 0 && NOTHING.test(line.text)) {
      label.push(line);
    } else if (where === 'body' && kindOf(line) === 'none') {
      label = [];
      afterLabel = false;
    } else {
      afterLabel = false;
    }
  }
  takeLabel();
  return found;
}
