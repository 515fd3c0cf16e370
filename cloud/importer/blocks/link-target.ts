import { toDocumentType } from '../media/document-types.ts';
import type { FileLink, PageBase } from '../page.ts';
import { resolveReference } from '../resolve-reference.ts';
import { warnings } from '../words.ts';

/** What a link of the body becomes. */
export interface LinkTarget {
  /** Where a tap leads. */
  href?: string;
  /** A document to offer among the attachments; its name is the link's text. */
  file?: Pick<FileLink, 'reference'>;
  warning?: string;
}

/** Reads the `href` of a link. A link that leads nowhere in the mini-program keeps its words only. */
export function toLinkTarget(written: string | undefined, base: PageBase): LinkTarget {
  const target = written?.trim() ?? '';
  if (target === '' || target.startsWith('#')) return {};
  const reference = resolveReference(target, base);
  if (reference.kind === 'web') {
    const isDocument =
      /^https?:/.test(reference.url) && toDocumentType(reference.url) !== undefined;
    return isDocument
      ? { href: reference.url, file: { reference: target } }
      : { href: reference.url };
  }
  if (reference.kind === 'local' && toDocumentType(reference.path) !== undefined) {
    return { file: { reference: target } };
  }
  const outside = reference.kind === 'refused' && reference.because === 'outside';
  return { warning: outside ? warnings.outsideRoot(target) : warnings.linkDropped(target) };
}
