import { type ImportOptions, importPage } from './import-page.ts';
import type { ReadPage } from './join-pages.ts';
import type { MediaPorts } from './media/ports.ts';
import type { ImportOutcome } from './outcome.ts';
import { toFetchMore } from './sources/fetch-more.ts';
import { fetchPage } from './sources/fetch-page.ts';
import type { Input } from './sources/list-inputs.ts';
import { readPageFile } from './sources/read-page-file.ts';

/** What can be read and imported. */
export type PageInput = Extract<Input, { kind: 'file' | 'url' }>;

/** Reads or fetches one page, then takes it and the further pages of its article through every step. */
export async function importInput(
  input: PageInput,
  options: ImportOptions,
  ports: MediaPorts,
  read: ReadPage,
): Promise<ImportOutcome> {
  const page = input.kind === 'file' ? await readPageFile(input) : await fetchPage(input.address);
  if (!page.ok) return { kind: 'failed', reason: page.reason };
  const fetchMore = toFetchMore(input, fetchPage);
  return importPage(page.value, options, ports, read, fetchMore);
}
