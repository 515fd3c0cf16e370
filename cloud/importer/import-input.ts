import { type ImportOptions, importPage } from './import-page.ts';
import type { FetchMore } from './join-pages.ts';
import type { KeepFile } from './media/keep-local-files.ts';
import type { ImportOutcome } from './outcome.ts';
import { readPage } from './read-page.ts';
import { fail } from './result.ts';
import { fetchPage } from './sources/fetch-page.ts';
import type { Input } from './sources/list-inputs.ts';
import { readPageFile } from './sources/read-page-file.ts';
import { reasons } from './words.ts';

/** What can be read and imported. */
export type PageInput = Extract<Input, { kind: 'file' | 'url' }>;

/** Further pages of an article stand where its first one does: on the web, or in the same folder. */
function toFetchMore(input: PageInput): FetchMore {
  return async (reference) => {
    if (reference.kind === 'web') return fetchPage(reference.url);
    if (input.kind !== 'file') return fail(reasons.noMorePages);
    return readPageFile({ ...input, file: reference.path });
  };
}

/** Reads or fetches one page, then takes it through every step. */
export async function importInput(
  input: PageInput,
  options: ImportOptions,
  keep: KeepFile,
): Promise<ImportOutcome> {
  const page = input.kind === 'file' ? await readPageFile(input) : await fetchPage(input.address);
  if (!page.ok) return { kind: 'failed', reason: page.reason };
  return importPage(page.value, options, keep, readPage, toFetchMore(input));
}
