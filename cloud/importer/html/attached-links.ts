import { readAttachmentsLabel } from '../labels/read-labels.ts';
import { toDocumentType } from '../media/document-types.ts';
import type { FileLink } from '../page.ts';
import type { SiteLabels } from '../sites/site.ts';
import { toOneLine } from '../trim-text.ts';
import { warnings } from '../words.ts';
import { type Element, findAttribute, isElement, isText, type TreeNode, walk } from './tree.ts';

/** What stands below 相关附件. */
export interface AttachedLinks {
  files: FileLink[];
  warnings: string[];
}

function toText(element: Element): string {
  return toOneLine(
    [...walk(element, () => true)]
      .filter(isText)
      .map((node) => node.value)
      .join(''),
  );
}

/** Punctuation and 无 say that there is nothing. */
const NOTHING = /^[\s\u3000\p{P}\p{S}\d]*无?[\s\u3000\p{P}\p{S}]*$/u;

function toFile(link: Element): FileLink | undefined {
  const reference = findAttribute(link, 'href')?.trim() ?? '';
  const name = toText(link);
  const isDocument = toDocumentType(reference) !== undefined || toDocumentType(name) !== undefined;
  return isDocument && reference !== '' ? { name, reference } : undefined;
}

/**
 * The documents linked below 相关附件. Other links there (print, share, next article) are none; words of the body that
 * stand there are reported, since they are not imported.
 *
 * @param nodes everything that follows the label, in document order
 */
export function readAttachedLinks(
  nodes: readonly TreeNode[],
  body: Element | undefined,
  labels: SiteLabels,
): AttachedLinks {
  const inBody = new Set(body === undefined ? [] : walk(body, () => true));
  const taken = new Set<TreeNode>();
  const found: AttachedLinks = { files: [], warnings: [] };
  for (const node of nodes) {
    if (isElement(node) && node.tagName === 'a') {
      const file = toFile(node);
      if (file === undefined) continue;
      found.files.push(file);
      for (const inner of walk(node, () => true)) taken.add(inner);
    } else if (isText(node) && inBody.has(node) && !taken.has(node)) {
      const text = readAttachmentsLabel(node.value, labels) ?? toOneLine(node.value);
      if (!NOTHING.test(text)) found.warnings.push(warnings.attachmentText(text));
    }
  }
  return found;
}
