import { isDeepStrictEqual } from 'node:util';
import type { Attachment } from '../../types/attachment.ts';
import type { Block } from '../../types/block.ts';
import { MAX_PAGES } from './limits.ts';
import { isNotFoundNotice } from './not-found-notice.ts';
import type { PageBase, PageFacts, RawPage } from './page.ts';
import { resolveReference } from './resolve-reference.ts';
import type { Result } from './result.ts';
import { toAttachments } from './to-attachments.ts';
import { toOneLine } from './trim-text.ts';
import { reasons, warnings } from './words.ts';

/** Fetches another page of the same article; `reference` is resolved: an address, or a path in the imported folder. */
export type FetchMore = (
  reference: { kind: 'web'; url: string } | { kind: 'local'; path: string },
) => Promise<Result<RawPage>>;

/** Bytes → facts; elsewhere where time and memory are limited. */
export type ReadPage = (page: RawPage) => Promise<Result<PageFacts>>;

/** The bodies of all pages of an article, as one. */
export interface WholeArticle {
  blocks: Block[];
  attachments: Attachment[];
  /** Pages read, the first among them. */
  pages: number;
  /** The further pages among them: their addresses or files. */
  joined: string[];
  /** Where further pages are that could not be fetched or read, or are none of this article. */
  missing: string[];
  warnings: string[];
}

/** What a page is known by: its file, or its address without a fragment. */
export function toPageKey(base: PageBase): string {
  if (base.kind === 'local') return base.file;
  const url = new URL(base.address);
  url.hash = '';
  return url.href;
}

/** Where a page's reference to another page leads, and what that one is known by; undefined where to no page. */
export function toPageTarget(
  reference: string,
  base: PageBase,
): { key: string; target: Parameters<FetchMore>[0] } | undefined {
  const target = resolveReference(reference, base);
  if (target.kind === 'local') return { key: target.path, target };
  return target.kind === 'web' && /^https?:/.test(target.url)
    ? { key: toPageKey({ kind: 'web', address: target.url }), target }
    : undefined;
}

export const isSameTitle = (a: string | undefined, b: string | undefined) =>
  a === undefined ||
  b === undefined ||
  toOneLine(b).startsWith(toOneLine(a)) ||
  toOneLine(a).startsWith(toOneLine(b));

class Joiner {
  readonly article: WholeArticle = {
    ...{ blocks: [], attachments: [], pages: 0 },
    ...{ joined: [], missing: [], warnings: [] },
  };
  private readonly known: Set<string>;
  private readonly queue: { key: string; target: Parameters<FetchMore>[0] }[] = [];
  private readonly bodies: Block[][] = [];

  constructor(
    first: PageFacts,
    base: PageBase,
    private readonly fetchMore: FetchMore,
    private readonly read: ReadPage,
  ) {
    this.known = new Set([toPageKey(base)]);
    this.add(first);
  }

  async join(): Promise<WholeArticle> {
    const first = this.title;
    for (let next = this.queue.shift(); next !== undefined; next = this.queue.shift()) {
      if (this.article.pages >= MAX_PAGES) {
        this.article.warnings.push(warnings.tooManyPages(MAX_PAGES));
        break;
      }
      const raw = await this.fetchMore(next.target);
      const facts = raw.ok ? await this.read(raw.value) : raw;
      if (!facts.ok) this.miss(next.key, warnings.pageMissing(next.key, facts.reason));
      else this.addFurther(next.key, facts.value, first);
    }
    return this.article;
  }

  /** Whatever stands there in its place, the article lacks a page. */
  private addFurther(key: string, facts: PageFacts, first: string | undefined): void {
    const isEmpty = facts.blocks.length === 0 && facts.files.length === 0;
    if (isNotFoundNotice(facts, first))
      this.miss(key, warnings.pageMissing(key, reasons.saysNotFound));
    else if (!isSameTitle(first, facts.title)) this.miss(key, warnings.pageOfAnother(key));
    else if (isEmpty) this.miss(key, warnings.pageMissing(key, reasons.noBody));
    else {
      this.article.joined.push(key);
      this.add(facts);
    }
  }

  private title: string | undefined;

  private miss(key: string, warning: string): void {
    this.article.missing.push(key);
    this.article.warnings.push(warning);
  }

  private add(facts: PageFacts): void {
    this.title ??= facts.title;
    const { article } = this;
    article.pages += 1;
    for (const reference of facts.morePages) this.enqueue(reference, facts.base);
    // Some servers answer with the first page whatever number is asked for.
    if (
      facts.blocks.length > 0 &&
      this.bodies.some((body) => isDeepStrictEqual(body, facts.blocks))
    )
      return;
    this.bodies.push(facts.blocks);
    article.blocks.push(...facts.blocks);
    const { attachments, warnings: left } = toAttachments(facts.files, facts.base);
    for (const attachment of attachments) {
      if (!article.attachments.some(({ url }) => url === attachment.url))
        article.attachments.push(attachment);
    }
    article.warnings.push(...facts.warnings, ...left);
  }

  private enqueue(reference: string, base: PageBase): void {
    const found = toPageTarget(reference, base);
    if (found === undefined || this.known.has(found.key)) return;
    this.known.add(found.key);
    this.queue.push(found);
  }
}

/**
 * Joins the further pages of an article to its first: each page's blocks once, in order. A page that can't be fetched
 * or read, or that turns out to be another article or a notice that there is none, is missing and reported; what lies
 * beyond `MAX_PAGES` is reported.
 *
 * @param base where the first page stands itself, whatever its `<base>` says
 */
export function joinPages(
  first: PageFacts,
  base: PageBase,
  fetchMore: FetchMore,
  read: ReadPage,
): Promise<WholeArticle> {
  return new Joiner(first, base, fetchMore, read).join();
}
