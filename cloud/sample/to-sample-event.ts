import { resolve } from 'node:path';
import type { Cover } from '../../types/cover.ts';
import type { EventDraft } from '../domain/drafts.ts';
import { toCover } from '../importer/enhance/cover.ts';
import { importFragment } from '../importer/import-fragment.ts';
import { toLocalUrl } from '../importer/local-url.ts';
import { keepMedia } from '../importer/media/keep-media.ts';
import type { MediaPorts } from '../importer/media/ports.ts';
import type { EventFile } from './event-file.ts';
import { fillTokens } from './fill-tokens.ts';
import type { ContentFile } from './read-content.ts';
import { toDay } from './sample-clock.ts';

/** Where the sample is read from, for which day, and what stores its files. */
export interface SampleSource {
  contentDir: string;
  /** Milliseconds since the epoch; its day in China is day 0. */
  now: number;
  ports: MediaPorts;
}

/** A draft, or one line a problem; each names its file and field. */
export type Converted<T> = { ok: true; draft: T } | { ok: false; problems: string[] };

async function keepCover(
  cover: NonNullable<EventFile['cover']>,
  { contentDir, ports }: SampleSource,
): Promise<Cover | undefined> {
  const url = toLocalUrl(resolve(contentDir, cover.file));
  const content = { blocks: [{ kind: 'image' as const, url, alt: cover.alt }], attachments: [] };
  const base = { kind: 'local' as const, file: contentDir, root: contentDir };
  return toCover((await keepMedia(content, base, ports)).blocks);
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
  const { contentDir, now, ports } = source;
  const filled = fillTokens(event.body, now);
  if (!filled.ok) return toProblem(`/body: unknown tokens ${filled.unknown.join(' ')}`);
  const body = await importFragment(
    filled.text,
    { kind: 'local', file: file.path, root: contentDir },
    ports,
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
