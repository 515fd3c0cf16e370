import { resolve } from 'node:path';
import { fail } from '../importer/result.ts';
import { listChannels } from '../store/channels.ts';
import { createMediaPorts } from '../store/media.ts';
import type { Store } from '../store/store.ts';
import { findFirstRun } from './find-first-run.ts';
import { type ArticleFile, readArticleFiles, readEventFiles } from './read-content.ts';
import { parseEvents, readSample } from './read-sample.ts';
import { type SampleTally, saveSample } from './save-sample.ts';
import type { SampleSource } from './to-sample-event.ts';

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
  | { kind: 'loaded'; tally: SampleTally }
  | { kind: 'refused'; problems: string[] };

/** The sample shows only what lies beside it. */
const fetchFile = async (address: string) => fail(`sample content names ${address}`);

/** Articles in a folder that is no channel. */
async function findLost(store: Store, files: readonly ArticleFile[]): Promise<string[]> {
  const channels = new Set((await listChannels(store)).map((channel) => channel.id));
  return files
    .filter((file) => !channels.has(file.channelId))
    .map((file) => `${file.name}: no channel ${file.channelId}`);
}

/**
 * Loads the sample content: what a first run shows. Loading it again, on whatever day, changes nothing; an
 * interrupted loading is completed. Content with a problem anywhere is refused as a whole.
 *
 * @throws Error of the file system when the content folder is missing
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
  const source: SampleSource = {
    contentDir: root,
    now: firstRun ?? now,
    ports: { ...createMediaPorts(store), fetchFile },
  };
  const read = await readSample(files, parsed.events, source);
  const problems = [...(await findLost(store, files)), ...parsed.problems, ...read.problems];
  if (problems.length > 0) return { kind: 'refused', problems };
  const tally = await saveSample(read.sample, firstRun === undefined, store, now);
  log(
    `sample content: ${tally.created} new, ${tally.updated} updated, ${tally.unchanged} unchanged`,
  );
  return { kind: 'loaded', tally };
}
