import type { ArticleDraft, EventDraft } from '../domain/drafts.ts';
import { importPage } from '../importer/import-page.ts';
import { type EventFile, parseEventFile } from './event-file.ts';
import { fillTokens } from './fill-tokens.ts';
import type { ArticleFile, ContentFile } from './read-content.ts';
import { type Converted, type SampleSource, toSampleEvent } from './to-sample-event.ts';

/** The site that the sample pretends to come from. */
const SAMPLE_SITE = '江门市妇女网';

/** An event file that was understood. */
export interface ReadEvent {
  file: ContentFile;
  event: EventFile;
}

async function toSampleArticle(
  file: ArticleFile,
  { contentDir, now, ports }: SampleSource,
): Promise<Converted<ArticleDraft>> {
  const filled = fillTokens(file.text, now);
  if (!filled.ok) {
    return { ok: false, problems: [`${file.name}: unknown tokens ${filled.unknown.join(' ')}`] };
  }
  const outcome = await importPage(
    {
      bytes: Buffer.from(filled.text),
      base: { kind: 'local', file: file.path, root: contentDir },
      format: file.format,
      charset: 'utf-8',
    },
    { channelId: file.channelId, site: SAMPLE_SITE },
    ports,
  );
  if (outcome.kind === 'failed')
    return { ok: false, problems: [`${file.name}: ${outcome.reason}`] };
  const problems = outcome.warnings.map((warning) => `${file.name}: ${warning}`);
  return problems.length === 0 ? { ok: true, draft: outcome.draft } : { ok: false, problems };
}

/** The event files that are understood, and what is wrong with the others. */
export function parseEvents(files: readonly ContentFile[], articles: readonly ArticleFile[]) {
  const announcements = new Set(articles.map((article) => `${article.channelId}/${article.slug}`));
  const events: ReadEvent[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const parsed = parseEventFile(file.text);
    if (!parsed.ok) problems.push(...parsed.problems.map((problem) => `${file.name}: ${problem}`));
    else if (parsed.event.article !== undefined && !announcements.has(parsed.event.article)) {
      problems.push(`${file.name}: /article: no article ${parsed.event.article}`);
    } else events.push({ file, event: parsed.event });
  }
  return { events, problems };
}

/** What is to be saved. `place` is `<channelId>/<slug>`, as events name their announcing article. */
export interface Sample {
  articles: { place: string; draft: ArticleDraft }[];
  events: { article: string | undefined; draft: EventDraft }[];
}

/** Reads and checks everything; the drafts count only when there are no problems. */
export async function readSample(
  files: readonly ArticleFile[],
  events: readonly ReadEvent[],
  source: SampleSource,
) {
  const sample: Sample = { articles: [], events: [] };
  const problems: string[] = [];
  // Side by side: their pictures are made on all cores.
  const converting = files.map((file) => toSampleArticle(file, source));
  for (const [index, converted] of (await Promise.all(converting)).entries()) {
    const file = files[index] as ArticleFile;
    const place = `${file.channelId}/${file.slug}`;
    if (converted.ok) sample.articles.push({ place, draft: converted.draft });
    else problems.push(...converted.problems);
  }
  for (const { file, event } of events) {
    const converted = await toSampleEvent(file, event, source);
    if (converted.ok) sample.events.push({ article: event.article, draft: converted.draft });
    else problems.push(...converted.problems);
  }
  return { sample, problems };
}
