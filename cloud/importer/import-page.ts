import { toCover } from './enhance/cover.ts';
import { enhanceBlocks } from './enhance/enhance-blocks.ts';
import { toSummary } from './enhance/summary.ts';
import { type FetchMore, joinPages } from './join-pages.ts';
import { type KeepFile, keepLocalFiles } from './media/keep-local-files.ts';
import type { ImportOutcome } from './outcome.ts';
import type { RawPage } from './page.ts';
import { readPage } from './read-page.ts';
import { fail } from './result.ts';
import { toHeading } from './to-heading.ts';
import { reasons } from './words.ts';

/** What the editor decides, not the page. */
export interface ImportOptions {
  channelId: string;
  /** Name of the site, where the page's own should not count. */
  site: string | undefined;
}

/** Where nothing can be fetched, a page that has more than one is reported. */
const fetchNoMore: FetchMore = () => Promise.resolve(fail(reasons.noMorePages));

/**
 * One article, through every step: read (decode, select, clean, to-blocks) → its further pages → local files →
 * enhance.
 *
 * @param keep keeps pictures and documents that stand beside a local page
 */
export async function importPage(
  page: RawPage,
  options: ImportOptions,
  keep: KeepFile,
  fetchMore: FetchMore = fetchNoMore,
): Promise<ImportOutcome> {
  const parsed = readPage(page);
  if (!parsed.ok) return { kind: 'failed', reason: parsed.reason };
  const facts = parsed.value;
  const heading = toHeading(facts, options.site);
  if (!heading.ok) return { kind: 'failed', reason: heading.reason };
  const whole = await joinPages(facts, page.base, fetchMore, readPage);
  const content = { blocks: whole.blocks, attachments: whole.attachments };
  const kept =
    page.base.kind === 'local'
      ? await keepLocalFiles(content, page.base.root, keep)
      : { ...content, warnings: [] };
  const blocks = enhanceBlocks(kept.blocks);
  if (blocks.length === 0 && kept.attachments.length === 0)
    return { kind: 'failed', reason: reasons.noBody };
  const { site, title, source, publishedAt } = heading.value;
  const cover = toCover(blocks);
  return {
    kind: 'imported',
    draft: {
      site,
      ...(page.base.kind === 'web' ? { address: page.base.address } : {}),
      channelId: options.channelId,
      ...{ title, summary: toSummary(blocks), source, publishedAt },
      ...(cover === undefined ? {} : { cover }),
      blocks,
      attachments: kept.attachments,
    },
    warnings: [...new Set([...heading.value.warnings, ...whole.warnings, ...kept.warnings])],
  };
}
