import { readStyleFlags, type StyleFlags } from './style-flags.ts';
import { type TagRole, toCleanRole } from './tag-roles.ts';
import { type Element, findAttribute, isElement, isText, type TreeNode } from './tree.ts';

/** An element of the clean tree: an allowed role, the attributes on the list, and nothing else of the page. */
export interface CleanElement {
  tag: string;
  role: TagRole;
  attributes: ReadonlyMap<string, string>;
  style: StyleFlags | undefined;
  children: CleanNode[];
  /** The roles of all elements in it, at any depth. */
  contains: Set<TagRole>;
}

/** A string is text. */
export type CleanNode = CleanElement | string;

export interface CleanTree {
  root: CleanElement;
  /** How often something that a reader would have seen was left out, by tag. */
  dropped: Map<string, number>;
}

/** Pages that load pictures lazily keep the real address in one of these, and a placeholder in `src`: the first counts. */
export const PICTURE_SOURCES: readonly string[] = [
  'data-original',
  'data-src',
  'data-lazy-src',
  'data-lazyload',
  'lay-src',
  'zoomfile',
  'file',
  'src',
];

/** How a 公众号 article names another mini-program. */
const PROGRAM: readonly string[] = [
  'data-miniprogram-appid',
  'data-miniprogram-path',
  'data-miniprogram-title',
  'data-miniprogram-nickname',
];

/** The only attributes that are read, by tag. */
const ATTRIBUTES: Record<string, readonly string[]> = {
  a: ['href', 'title', 'download', ...PROGRAM],
  img: [...PICTURE_SOURCES, 'srcset', 'alt', 'width', 'height', 'class'],
  video: ['src', 'data-src', 'poster', 'data-poster', 'title', 'width', 'height'],
  audio: ['src', 'data-src', 'title'],
  iframe: ['src', 'data-src', 'title'],
  embed: ['src', 'title', 'width', 'height'],
  object: ['data', 'title', 'width', 'height'],
  source: ['src'],
  param: ['name', 'value'],
  mpvoice: ['voice_encode_fileid', 'name'],
  'mp-common-mpaudio': ['voice_encode_fileid', 'name'],
  'mp-miniprogram': PROGRAM,
  'mp-common-miniprogram': PROGRAM,
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  ol: ['start'],
  table: ['role'],
  p: ['align'],
  div: ['align'],
};

interface Task {
  node: TreeNode;
  into: CleanElement;
  /** The clean elements around it, innermost first. */
  parents: Parents;
}

type Parents = { element: CleanElement; up: Parents } | undefined;

function toCleanElement(element: Element, role: TagRole): CleanElement {
  const attributes = new Map<string, string>();
  for (const name of ATTRIBUTES[element.tagName] ?? []) {
    const value = findAttribute(element, name);
    if (value !== undefined) attributes.set(name, value);
  }
  const style = findAttribute(element, 'style');
  return {
    tag: element.tagName,
    role,
    attributes,
    style: style === undefined ? undefined : readStyleFlags(style),
    children: [],
    contains: new Set(),
  };
}

/** Tells the elements around of a role in them, up to the first that knows it: those around that one know it too. */
function markParents(parents: Parents, role: TagRole): void {
  for (let at = parents; at !== undefined && !at.element.contains.has(role); at = at.up) {
    at.element.contains.add(role);
  }
}

const isHidden = (element: Element, clean: CleanElement) =>
  clean.style?.hidden === true || findAttribute(element, 'hidden') !== undefined;

/**
 * The body with everything gone that is not on the allow-list: scripts, styles, form controls, frames, event handlers
 * and all attributes but the few that blocks are made of.
 *
 * @param cut nodes that are no part of the article
 */
export function cleanTree(body: Element, cut: ReadonlySet<TreeNode>): CleanTree {
  const root = toCleanElement(body, 'block');
  const dropped = new Map<string, number>();
  const top: Parents = { element: root, up: undefined };
  const stack: Task[] = body.childNodes
    .map((node) => ({ node, into: root, parents: top }))
    .reverse();
  for (let task = stack.pop(); task !== undefined; task = stack.pop()) {
    const { node, into, parents } = task;
    if (cut.has(node)) continue;
    if (isText(node) && into.role !== 'media') into.children.push(node.value);
    if (!isElement(node)) continue;
    const role = toCleanRole(node.tagName, into.role);
    if (role === 'silent') continue;
    const clean = toCleanElement(node, role);
    if (isHidden(node, clean)) continue;
    if (role === 'dropped') {
      dropped.set(node.tagName, (dropped.get(node.tagName) ?? 0) + 1);
      continue;
    }
    into.children.push(clean);
    markParents(parents, role);
    const inside: Parents = { element: clean, up: parents };
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      stack.push({ node: node.childNodes[at] as TreeNode, into: clean, parents: inside });
    }
  }
  return { root, dropped };
}
