import { trimText } from '../trim-text.ts';
import { type Furniture, isNeighbour, toFurniture } from './furniture.ts';
import { readStyleFlags } from './style-flags.ts';
import { breaksLine, toTagRole } from './tag-roles.ts';
import {
  type Element,
  findAttribute,
  isElement,
  isText,
  type ParentNode,
  type TextNode,
  type TreeNode,
  walk,
} from './tree.ts';

/** A line as one would read it: what stands between two breaks. */
export interface TextLine {
  text: string;
  nodes: TextNode[];
  /** Pictures on it. */
  images: Element[];
  /** True where a picture stands between it and the line above. */
  isBelowPicture: boolean;
  /** What `kindOf` found, which several parts of the importer ask. */
  kind: Furniture | undefined;
}

const isLinked = ({ nodes }: TextLine) =>
  nodes.some(({ parentNode }) => parentNode !== null && isInLink(parentNode));

function isInLink(parent: ParentNode): boolean {
  for (let at: ParentNode | null = parent; at !== null && 'tagName' in at; at = at.parentNode) {
    if (at.tagName === 'a') return true;
  }
  return false;
}

function toKind(line: TextLine): Furniture {
  const pieces = line.nodes.map(({ value }) => value);
  const kind = toFurniture(line.text, pieces);
  // 上一条：… with a link leads to another article, wherever it stands.
  return kind === 'edge' && isNeighbour(line.text) && isLinked(line) ? 'always' : kind;
}

/** What a line of a page is. */
export function kindOf(line: TextLine): Furniture {
  line.kind ??= toKind(line);
  return line.kind;
}

type Task = TreeNode | 'break';

/** Runs of blanks as one; most texts have none. */
const toOneBlank = (text: string) =>
  /[ \t\r\n\f]/.test(text) ? text.replace(/[ \t\r\n\f]+/g, ' ') : text;

/** Templates and what scripts show later; a body that is only `visibility: hidden` is shown by its script. */
const isHidden = (element: Element) =>
  /display\s*:\s*none/i.test(findAttribute(element, 'style') ?? '') &&
  readStyleFlags(findAttribute(element, 'style') ?? '').hidden;

/** True for a cell that places a part of the page, not a value: it has lines of its own. */
function holdsLines(cell: Element): boolean {
  for (const node of walk(cell, () => true)) {
    if (isElement(node) && breaksLine(toTagRole(node.tagName))) return true;
  }
  return false;
}

const toEmptyLine = (): TextLine => ({
  text: '',
  nodes: [],
  images: [],
  isBelowPicture: false,
  kind: undefined,
});

/** The lines of text below a node that are not blank, in document order. */
export function toTextLines(root: ParentNode): TextLine[] {
  const lines: TextLine[] = [];
  let line = toEmptyLine();
  const close = () => {
    line.text = trimText(line.text);
    if (line.text !== '') lines.push(line);
    const isBelowPicture = line.text === '' && (line.isBelowPicture || line.images.length > 0);
    line = { ...toEmptyLine(), isBelowPicture };
  };
  const stack: Task[] = [...root.childNodes].reverse();
  for (let task = stack.pop(); task !== undefined; task = stack.pop()) {
    if (task === 'break') {
      close();
    } else if (isText(task)) {
      line.text += toOneBlank(task.value);
      line.nodes.push(task);
    } else if (isElement(task)) {
      const role = toTagRole(task.tagName);
      if (role === 'silent' || role === 'dropped' || isHidden(task)) continue;
      if (role === 'image') line.images.push(task);
      // Label and value often stand in two cells.
      if (role === 'cell') line.text += ' ';
      if (breaksLine(role) || (role === 'cell' && holdsLines(task))) {
        close();
        stack.push('break');
      }
      for (let at = task.childNodes.length - 1; at >= 0; at -= 1) {
        stack.push(task.childNodes[at] as TreeNode);
      }
    }
  }
  close();
  return lines;
}
