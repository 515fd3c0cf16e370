import type { FileLink, PageBase } from '../page.ts';
import { resolveReference } from '../resolve-reference.ts';
import { warnings } from '../words.ts';
import { isAttachedFile } from './attached-file.ts';
import { type ProgramTarget, readProgramAddress, readProgramAttributes } from './program-link.ts';

/** What a link of the body becomes. */
export interface LinkTarget {
  /** Where a tap leads. */
  href?: string;
  /** A file to offer among the attachments. */
  file?: FileLink;
  /** Another mini-program: only a card leads there, a link in a sentence can't. */
  program?: ProgramTarget;
  warning?: string;
}

/**
 * Reads a link. One that leads nowhere in the mini-program keeps its words only.
 *
 * @param text its words on one line
 */
export function toLinkTarget(
  attributes: ReadonlyMap<string, string>,
  text: string,
  base: PageBase,
): LinkTarget {
  const target = attributes.get('href')?.trim() ?? '';
  const program = readProgramAttributes(attributes) ?? readProgramAddress(target);
  if (program !== undefined) return { program };
  if (target === '' || target.startsWith('#')) return {};
  const reference = resolveReference(target, base);
  if (reference.kind === 'refused') {
    const outside = reference.because === 'outside';
    return { warning: outside ? warnings.outsideRoot(target) : warnings.linkDropped(target) };
  }
  const isFile = isAttachedFile(target, text, attributes.has('download'));
  const file = isFile ? { name: text, reference: target } : undefined;
  if (reference.kind === 'local') {
    return file === undefined ? { warning: warnings.linkDropped(target) } : { file };
  }
  const isPage = /^https?:/.test(reference.url);
  return { href: reference.url, ...(file !== undefined && isPage ? { file } : {}) };
}
