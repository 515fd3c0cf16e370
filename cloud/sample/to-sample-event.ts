import { resolve } from 'node:path';
import type { Cover } from '../../types/cover.ts';
import type { EventDraft } from '../domain/drafts.ts';
import { importFragment } from '../importer/import-fragment.ts';
import { toLocalUrl } from '../importer/local-url.ts';
import { type KeepFile, keepLocalFiles } from '../importer/media/keep-local-files.ts';
import type { EventFile } from './event-file.ts';
import { fillTokens } from './fill-tokens.ts';
import type { ContentFile } from './read-content.ts';
import { toDay } from './sample-clock.ts';

/** Where the sample is read from, for which day, and who keeps its files. */
export interface SampleSource {
  contentDir: string;
  /** Milliseconds since the epoch; its day in China is day 0. */
  now: number;
  keep: KeepFile;
}

/** A draft, or one line a problem; each names its file and field. */
export type Converted<T> = { ok: true; draft: T } | { ok: false; problems: string[] };

async function keepCover(
  cover: NonNullable<EventFile['cover']>,
  { contentDir, keep }: SampleSource,
): Promise<Cover | undefined> {
  const url = toLocalUrl(resolve(contentDir, cover.file));
  const content = { blocks: [{ kind: 'image' as const, url, alt: cover.alt }], attachments: [] };
  const [image] = (await keepLocalFiles(content, contentDir, keep)).blocks;
  return image?.kind === 'image' ? { url: image.url, alt: image.alt } : undefined;
}

function toMoment({ day, time }: EventFile['start'], now: number): string {
  return `${toDay(now, day)}T${time}:00+08:00`;
}

/** An event file as a draft, without its announcing article. */
export async function toSampleEvent(
  file: ContentFile,
  event: EventFile,
  source: SampleSource,
): Promise<Converted<EventDraft>> {
  const toProblem = (problem: string) => ({
    ok: false as const,
    problems: [`${file.name}: ${problem}`],
  });
  const { contentDir, now, keep } = source;
  const filled = fillTokens(event.body, now);
  if (!filled.ok) return toProblem(`/body: unknown tokens ${filled.unknown.join(' ')}`);
  const body = await importFragment(
    filled.text,
    { kind: 'local', file: file.path, root: contentDir },
    keep,
  );
  if (!body.ok) return toProblem(`/body: ${body.reason}`);
  const { blocks, attachments, summary, warnings } = body.value;
  if (warnings[0] !== undefined) return toProblem(`/body: ${warnings.join(' ')}`);
  const cover = event.cover && (await keepCover(event.cover, source));
  if (event.cover !== undefined && cover === undefined) {
    return toProblem(`/cover/file: no picture at ${event.cover.file}`);
  }
  const draft: EventDraft = {
    key: `sample:${file.slug}`,
    ...{
      title: event.title,
      summary,
      status: event.status,
      venue: event.venue,
      organiser: event.organiser,
    },
    startsAt: toMoment(event.start, now),
    endsAt: toMoment(event.end, now),
    ...(event.phone === undefined ? {} : { phone: event.phone }),
    ...(cover === undefined ? {} : { cover }),
    ...{ blocks, attachments },
  };
  return { ok: true, draft };
}
