import { basename } from 'node:path';
import { toBlocks } from '../blocks/to-blocks.ts';
import type { PageBase, PageFacts } from '../page.ts';
import { resolveReference } from '../resolve-reference.ts';
import { type Result, succeed } from '../result.ts';
import { warnings } from '../words.ts';
import { cleanTree } from './clean-tree.ts';
import { ElementIndex } from './element-index.ts';
import { findFirstPage } from './find-more-pages.ts';
import { isNumbered } from './page-address.ts';
import { parseHtml } from './parse-html.ts';
import { selectPage } from './select-page.ts';
import type { ParentNode } from './tree.ts';

/** A `<base href>` moves what references are relative to, but never turns a page of the web into a local one. */
function toBase(baseHref: string | undefined, base: PageBase): PageBase {
  if (baseHref === undefined) return base;
  const moved = resolveReference(baseHref, base);
  return moved.kind === 'web' && /^https?:/.test(moved.url)
    ? { kind: 'web', address: moved.url }
    : base;
}

/** Walks the document once more, for the few pages whose address has a number. */
function findFirst(document: ParentNode, base: PageBase): string | undefined {
  const address =
    base.kind === 'web'
      ? base.address
      : `https://localhost/${encodeURIComponent(basename(base.file))}`;
  return isNumbered(address) ? findFirstPage(new ElementIndex(document), address) : undefined;
}

/** An HTML page: parse → select → clean → to-blocks. Fails only where the page exceeds `limits.ts`. */
export function parseHtmlPage(html: string, base: PageBase): Result<PageFacts> {
  const document = parseHtml(html);
  if (!document.ok) return document;
  const parts =
    base.kind === 'web'
      ? selectPage(document.value, base.address, '')
      : selectPage(document.value, undefined, basename(base.file));
  const firstPage = findFirst(document.value, base);
  const linkBase = toBase(parts.baseHref, base);
  const tree = parts.body && cleanTree(parts.body, parts.cut);
  const body = tree ? toBlocks(tree.root, linkBase) : { blocks: [], files: [], warnings: [] };
  const dropped = [...(tree?.dropped ?? [])].map(([tag, count]) => warnings.droppedTag(tag, count));
  return succeed({
    siteName: parts.siteName,
    organisation: parts.site.organisation,
    title: parts.title,
    source: parts.source,
    date: parts.date,
    blocks: body.blocks,
    files: [...body.files, ...parts.files],
    morePages: parts.morePages,
    ...(firstPage !== undefined && { firstPage }),
    found: parts.found,
    base: linkBase,
    warnings: [...body.warnings, ...dropped],
  });
}
