import { toCover } from './enhance/cover.ts';
import { enhanceBlocks } from './enhance/enhance-blocks.ts';
import { toSummary } from './enhance/summary.ts';
import { keepMedia } from './media/keep-media.ts';
import type { MediaPorts } from './media/ports.ts';
import type { ImportOutcome } from './outcome.ts';
import type { PageFacts, RawPage } from './page.ts';
import { parsePublishDate } from './publish-date.ts';
import { readPage } from './read-page.ts';
import { fail, type Result, succeed } from './result.ts';
import { toAttachments } from './to-attachments.ts';
import { toOneLine } from './trim-text.ts';
import { reasons, warnings } from './words.ts';

/** What the editor decides, not the page. */
export interface ImportOptions {
  channelId: string;
  /** Name of the site, where the page's own should not count. */
  site: string | undefined;
}

/** The name of the site when nothing tells another. */
const DEFAULT_SITE = '江门市妇女网';

interface Heading {
  site: string;
  title: string;
  source: string;
  publishedAt: string;
  warnings: string[];
}

function toHeading(facts: PageFacts, givenSite: string | undefined): Result<Heading> {
  const title = toOneLine(facts.title ?? '');
  if (title === '') return fail(reasons.noTitle);
  if (facts.date === undefined) return fail(reasons.noDate);
  const publishedAt = parsePublishDate(facts.date);
  if (publishedAt === undefined) return fail(reasons.badDate(facts.date));
  const found = givenSite ?? facts.siteName;
  const site = found ?? DEFAULT_SITE;
  const source = toOneLine(facts.source ?? '');
  const missing = [
    ...(found === undefined ? [warnings.noSite(site)] : []),
    ...(source === '' ? [warnings.noSource(site)] : []),
  ];
  return succeed({ site, title, source: source || site, publishedAt, warnings: missing });
}

/**
 * One page, through every step: read (decode, select, clean, to-blocks) → attachments → media → enhance.
 *
 * @param ports fetch and store the pictures and files of the page
 */
export async function importPage(
  page: RawPage,
  options: ImportOptions,
  ports: MediaPorts,
): Promise<ImportOutcome> {
  const parsed = readPage(page);
  if (!parsed.ok) return { kind: 'failed', reason: parsed.reason };
  const facts = parsed.value;
  const heading = toHeading(facts, options.site);
  if (!heading.ok) return { kind: 'failed', reason: heading.reason };
  const resolved = toAttachments(facts.files, facts.base);
  const content = { blocks: facts.blocks, attachments: resolved.attachments };
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
    warnings: [
      ...new Set([
        ...heading.value.warnings,
        ...facts.warnings,
        ...resolved.warnings,
        ...kept.warnings,
      ]),
    ],
    media: kept.tally,
  };
}
