import { relative } from 'node:path';
import { MAX_BYTES } from '../limits.ts';
import { fromLocalUrl } from '../local-url.ts';
import type { PageBase } from '../page.ts';
import { type FileContent, readLimited } from '../sources/read-limited.ts';
import { warnings } from '../words.ts';
import type { MediaPorts } from './ports.ts';

/** The bytes behind an address of a block, or a sentence on why there are none. */
export type Source =
  | { kind: 'read'; bytes: Buffer }
  /** It is on the web and stays there. */
  | { kind: 'away'; warning: string }
  | { kind: 'none'; warning: string };

const DATA = /^data:([^,]{0,200}),/i;

export const isWeb = (url: string) => /^https?:\/\//i.test(url);

/** True for what stands on our own storage already, or anywhere we never look. */
export const isSource = (url: string) => isWeb(url) || /^(?:file|data):/i.test(url);

/** How an editor knows it. */
export function toSourceName(url: string, base: PageBase): string {
  const path = fromLocalUrl(url);
  if (path !== undefined) return base.kind === 'local' ? relative(base.root, path) : path;
  return DATA.test(url) ? warnings.inlineImage : url;
}

function toWarning(content: Exclude<FileContent, { kind: 'read' }>, name: string): string {
  switch (content.kind) {
    case 'outside':
      return warnings.outsideRoot(name);
    case 'large':
      return warnings.largeFile(name, MAX_BYTES);
    default:
      return warnings.missingFile(name);
  }
}

/** RFC 2397. */
function readData(url: string): Source {
  const [head = '', type = ''] = DATA.exec(url) ?? [];
  const body = url.slice(head.length);
  if (head === '' || body.length > MAX_BYTES * 1.4) {
    return { kind: 'none', warning: warnings.badInline };
  }
  try {
    const written = decodeURIComponent(body);
    const isBase64 = /;\s*base64\s*$/i.test(type);
    const bytes = Buffer.from(written, isBase64 ? 'base64' : 'latin1');
    return { kind: 'read', bytes };
  } catch {
    // Half an escape: it can't be decoded by anybody.
    return { kind: 'none', warning: warnings.badInline };
  }
}

async function readLocal(path: string, name: string, base: PageBase): Promise<Source> {
  if (base.kind !== 'local') return { kind: 'none', warning: warnings.outsideRoot(name) };
  const content = await readLimited(path, base.root);
  return content.kind === 'read'
    ? { kind: 'read', bytes: content.bytes }
    : { kind: 'none', warning: toWarning(content, name) };
}

/** Reads what a block names: a file beside the page, a `data:` address, or something on the web. */
export async function readSource(
  url: string,
  base: PageBase,
  ports: Pick<MediaPorts, 'fetchFile'>,
): Promise<Source> {
  const path = fromLocalUrl(url);
  if (path !== undefined) return readLocal(path, toSourceName(url, base), base);
  if (!isWeb(url)) return readData(url);
  const fetched = await ports.fetchFile(url);
  return fetched.ok
    ? { kind: 'read', bytes: Buffer.from(fetched.value.bytes) }
    : { kind: 'away', warning: warnings.leftRemote(url, fetched.reason) };
}
