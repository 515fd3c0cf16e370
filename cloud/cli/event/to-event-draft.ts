import { dirname, resolve } from 'node:path';
import type { Cover } from '../../../types/cover.ts';
import type { EventDraft } from '../../domain/drafts.ts';
import { toCover } from '../../importer/enhance/cover.ts';
import { importFragment } from '../../importer/import-fragment.ts';
import { toLocalUrl } from '../../importer/local-url.ts';
import { keepMedia } from '../../importer/media/keep-media.ts';
import type { MediaPorts } from '../../importer/media/ports.ts';
import type { PageBase } from '../../importer/page.ts';
import type { EventForm } from './event-form.ts';
import { eventWords } from './event-words.ts';
import type { FieldProblem } from './field-reader.ts';

export type MadeDraft =
  | { ok: true; draft: EventDraft; warnings: string[] }
  | { ok: false; problems: readonly FieldProblem[] };

const toProblem = (name: string, problem: string) => ({
  ok: false as const,
  problems: [{ name, problem }],
});

async function keepCover(
  { file, alt }: NonNullable<EventForm['cover']>,
  base: PageBase,
  folder: string,
  ports: MediaPorts,
): Promise<Cover | undefined> {
  const url = toLocalUrl(resolve(folder, file));
  const content = { blocks: [{ kind: 'image' as const, url, alt }], attachments: [] };
  return toCover((await keepMedia(content, base, ports)).blocks);
}

/**
 * A checked event file as a draft, its body and cover through the steps of an import.
 *
 * @param path of the file: its pictures lie in the same folder or below
 * @param ports fetch and store pictures and files
 */
export async function toEventDraft(
  form: EventForm,
  path: string,
  ports: MediaPorts,
): Promise<MadeDraft> {
  const file = resolve(path);
  const folder = dirname(file);
  const base: PageBase = { kind: 'local', file, root: folder };
  const { key, body, cover: wanted, ...facts } = form;
  const read = await importFragment(body, base, ports);
  if (!read.ok) return toProblem('body', read.reason);
  const { blocks, attachments, summary, warnings } = read.value;
  if (blocks.length === 0) return toProblem('body', eventWords.noBody);
  const cover = wanted && (await keepCover(wanted, base, folder, ports));
  if (wanted && cover === undefined) return toProblem('cover.file', eventWords.noPicture);
  const draft = {
    ...{ key: `editor:${key}`, ...facts, summary, blocks, attachments },
    ...(cover && { cover }),
  };
  return { ok: true, draft, warnings };
}
