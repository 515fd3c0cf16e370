import { toCover } from './enhance/cover.ts';
import { enhanceBlocks } from './enhance/enhance-blocks.ts';
import { toSummary } from './enhance/summary.ts';
import { keepDataPictures } from './media/keep-data-pictures.ts';
import { type KeepFile, keepLocalFiles } from './media/keep-local-files.ts';
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
  /** These in place of what the page says of itself, where they are given. */
  title?: string;
  source?: string;
  /** A date that `parsePublishDate` understands. */
  date?: string;
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

function toHeading(facts: PageFacts, given: ImportOptions): Result<Heading> {
  const title = toOneLine(given.title ?? facts.title ?? '');
  if (title === '') return fail(reasons.noTitle);
  const date = given.date ?? facts.date;
  if (date === undefined) return fail(reasons.noDate);
  const publishedAt = parsePublishDate(date);
  if (publishedAt === undefined) return fail(reasons.badDate(date));
  const found = given.site ?? facts.siteName;
  const site = found ?? DEFAULT_SITE;
  const source = toOneLine(given.source ?? facts.source ?? '');
  const missing = [
    ...(found === undefined ? [warnings.noSite(site)] : []),
    ...(source === '' ? [warnings.noSource(site)] : []),
  ];
  return succeed({ site, title, source: source || site, publishedAt, warnings: missing });
}

/**
 * One page, through every step: read (decode, select, clean, to-blocks) → attachments → local files → enhance.
 *
 * @param keep keeps pictures and documents that stand beside a local page
 */
export async function importPage(
  page: RawPage,
  options: ImportOptions,
  keep: KeepFile,
): Promise<ImportOutcome> {
  const parsed = await readPage(page);
  if (!parsed.ok) return { kind: 'failed', reason: parsed.reason };
  const facts = parsed.value;
  const heading = toHeading(facts, options);
  if (!heading.ok) return { kind: 'failed', reason: heading.reason };
  const resolved = toAttachments(facts.files, facts.base);
  const data = await keepDataPictures(facts.blocks, keep);
  const content = { blocks: data.blocks, attachments: resolved.attachments };
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
    warnings: [
      ...new Set([
        ...heading.value.warnings,
        ...facts.warnings,
        ...resolved.warnings,
        ...data.warnings,
        ...kept.warnings,
      ]),
    ],
  };
}
