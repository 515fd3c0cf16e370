import { resolve } from 'node:path';
import type { ArticleDraft, EventDraft, SaveOutcome } from '../domain/drafts.ts';
import { importPage } from '../importer/import-page.ts';
import { saveMedia } from '../store/media.ts';
import { saveArticle } from '../store/save-article.ts';
import { saveEvent } from '../store/save-event.ts';
import type { Store } from '../store/store.ts';
import { type EventFile, parseEventFile } from './event-file.ts';
import { fillTokens } from './fill-tokens.ts';
import { findFirstRun } from './find-first-run.ts';
import {
  type ArticleFile,
  type ContentFile,
  readArticleFiles,
  readEventFiles,
} from './read-content.ts';
import { type Converted, type SampleSource, toSampleEvent } from './to-sample-event.ts';

export interface SampleRequest {
  store: Store;
  /** The folder `content/`. */
  contentDir: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** Takes one line at the end. */
  log: (line: string) => void;
}

/** How many articles and events came to what, or every problem of the content; then nothing was saved. */
export type SampleOutcome =
  | { kind: 'loaded'; tally: Record<SaveOutcome['kind'], number> }
  | { kind: 'refused'; problems: string[] };

/** The site that the sample pretends to come from. */
const SAMPLE_SITE = '江门市妇女网';

interface ReadEvent {
  file: ContentFile;
  event: EventFile;
}

async function toSampleArticle(
  file: ArticleFile,
  { contentDir, now, keep }: SampleSource,
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
    keep,
  );
  if (outcome.kind === 'failed')
    return { ok: false, problems: [`${file.name}: ${outcome.reason}`] };
  const problems = outcome.warnings.map((warning) => `${file.name}: ${warning}`);
  return problems.length === 0 ? { ok: true, draft: outcome.draft } : { ok: false, problems };
}

function parseEvents(files: readonly ContentFile[], articles: readonly ArticleFile[]) {
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

interface Sample {
  articles: { place: string; draft: ArticleDraft }[];
  events: { article: string | undefined; draft: EventDraft }[];
}

/** Reads and checks everything; the drafts count only when there are no problems. */
async function readSample(
  files: readonly ArticleFile[],
  events: readonly ReadEvent[],
  source: SampleSource,
) {
  const sample: Sample = { articles: [], events: [] };
  const problems: string[] = [];
  for (const file of files) {
    const converted = await toSampleArticle(file, source);
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

async function saveSample(sample: Sample, store: Store, now: number) {
  const tally: Record<SaveOutcome['kind'], number> = { created: 0, updated: 0, unchanged: 0 };
  const ids = new Map<string, string>();
  for (const { place, draft } of sample.articles) {
    const { kind, id } = await saveArticle(store, draft, now);
    tally[kind] += 1;
    ids.set(place, id);
  }
  for (const { article, draft } of sample.events) {
    const articleId = article === undefined ? undefined : ids.get(article);
    const { kind } = await saveEvent(
      store,
      articleId === undefined ? draft : { ...draft, articleId },
      now,
    );
    tally[kind] += 1;
  }
  return tally;
}

/**
 * Loads the sample content: what a first run shows. Loading it again, on whatever day, changes nothing; an
 * interrupted loading is completed. Content with a problem anywhere is refused as a whole.
 *
 * @throws Error of the file system when the content folder is missing; the database's error when a folder below
 *   `articles/` is no channel
 */
export async function loadSample({
  store,
  contentDir,
  now,
  log,
}: SampleRequest): Promise<SampleOutcome> {
  const root = resolve(contentDir);
  const files = await readArticleFiles(root);
  const parsed = parseEvents(await readEventFiles(root), files);
  const days = parsed.events.map(({ file, event }) => ({
    key: `sample:${file.slug}`,
    day: event.start.day,
  }));
  const firstRun = await findFirstRun(store, days);
  const source = {
    contentDir: root,
    now: firstRun ?? now,
    keep: (file: Parameters<SampleSource['keep']>[0]) => saveMedia(store, file),
  };
  const read = await readSample(files, parsed.events, source);
  const problems = [...parsed.problems, ...read.problems];
  if (problems.length > 0) return { kind: 'refused', problems };
  const [anchor] = read.sample.events;
  // Saved before all else: a loading that is interrupted and taken up on a later day finds its day here.
  if (firstRun === undefined && anchor !== undefined) await saveEvent(store, anchor.draft, now);
  const tally = await saveSample(read.sample, store, now);
  log(
    `sample content: ${tally.created} new, ${tally.updated} updated, ${tally.unchanged} unchanged`,
  );
  return { kind: 'loaded', tally };
}
