import { isAbsolute, relative, resolve, sep } from 'node:path';
import { decodeReference } from './decode-reference.ts';
import { MAX_LINK_LENGTH } from './limits.ts';
import type { PageBase } from './page.ts';

/** Where a link or picture of a page leads. */
export type Reference =
  | { kind: 'web'; url: string }
  /** A file beside the page, absolute; inside of the imported folder. */
  | { kind: 'local'; path: string }
  | { kind: 'refused'; because: 'protocol' | 'outside' };

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const LINK_PROTOCOLS = new Set(['https:', 'http:', 'tel:', 'mailto:']);
const REFUSED: Reference = { kind: 'refused', because: 'protocol' };

function resolveOnWeb(reference: string, address: string): Reference {
  if (!URL.canParse(reference, address)) return REFUSED;
  const { protocol, href } = new URL(reference, address);
  const accepted = LINK_PROTOCOLS.has(protocol) && href.length <= MAX_LINK_LENGTH;
  return accepted ? { kind: 'web', url: href } : REFUSED;
}

/** True when `path` stands in the folder `root` or below it. Both are absolute. */
export function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function resolveBeside(reference: string, file: string, root: string): Reference {
  const written = reference.replace(/[?#].*$/s, '');
  if (written === '' || written.startsWith('/') || written.includes('\\')) return REFUSED;
  const name = decodeReference(written);
  if (name.includes('\0')) return REFUSED;
  const path = resolve(file, '..', name);
  return isInside(path, root) ? { kind: 'local', path } : { kind: 'refused', because: 'outside' };
}

/**
 * What a page's own reference means. On the web: absolute, `https:`, `http:`, `tel:` and `mailto:` only. Beside a
 * local page: a file of the imported folder; `..` may not leave it.
 */
export function resolveReference(reference: string, base: PageBase): Reference {
  const written = reference.trim();
  if (base.kind === 'web') return resolveOnWeb(written, base.address);
  if (written.startsWith('//')) return resolveOnWeb(`https:${written}`, 'https://localhost/');
  if (SCHEME.test(written)) return resolveOnWeb(written, written);
  return resolveBeside(written, base.file, base.root);
}
