import { toCover } from './enhance/cover.ts';
import { enhanceBlocks } from './enhance/enhance-blocks.ts';
import { toSummary } from './enhance/summary.ts';
import { findFirst } from './find-first.ts';
import { type FetchMore, joinPages, type ReadPage } from './join-pages.ts';
import { keepMedia } from './media/keep-media.ts';
import type { MediaPorts } from './media/ports.ts';
import type { ImportOutcome } from './outcome.ts';
import type { RawPage } from './page.ts';
import { readPage } from './read-page.ts';
import { fail } from './result.ts';
import { type GivenHeading, toHeading } from './to-heading.ts';
import { reasons } from './words.ts';

/** What the editor decides, not the page. */
export interface ImportOptions extends GivenHeading {
  channelId: string;
  /** Name of the site, where the page's own should not count. */
  site: string | undefined;
}

/** Where nothing can be fetched, a page that has more than one is reported. */
const fetchNoMore: FetchMore = () => Promise.resolve(fail(reasons.noMorePages));

/**
 * One article, through every step: read (decode, select, clean, to-blocks) → its further pages → media → enhance.
 *
 * @param ports fetch and store the pictures and files of the page
 * @param read bytes → facts, where time and memory are limited
 * @param fetchMore brings further pages of the article
 */
export async function importPage(
  page: RawPage,
  options: ImportOptions,
  ports: MediaPorts,
  read: ReadPage = readPage,
  fetchMore: FetchMore = fetchNoMore,
): Promise<ImportOutcome> {
  const parsed = await read(page);
  if (!parsed.ok) return { kind: 'failed', reason: parsed.reason };
  const facts = parsed.value;
  const first = await findFirst(facts, fetchMore, read);
  if (first !== undefined) return { kind: 'failed', reason: reasons.furtherPage(first) };
  const heading = toHeading(facts, options);
  if (!heading.ok) return { kind: 'failed', reason: heading.reason };
  const whole = await joinPages(facts, page.base, fetchMore, read);
  const content = { blocks: whole.blocks, attachments: whole.attachments };
  const kept = await keepMedia(content, page.base, ports);
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
    joined: whole.joined,
    missing: whole.missing,
    media: kept.tally,
  };
}
