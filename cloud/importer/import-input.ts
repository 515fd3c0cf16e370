import { type ImportOptions, importPage } from './import-page.ts';
import type { MediaPorts } from './media/ports.ts';
import type { ImportOutcome } from './outcome.ts';
import { fetchPage } from './sources/fetch-page.ts';
import type { Input } from './sources/list-inputs.ts';
import { readPageFile } from './sources/read-page-file.ts';

/** What can be read and imported. */
export type PageInput = Extract<Input, { kind: 'file' | 'url' }>;

/** Reads or fetches one page, then takes it through every step. */
export async function importInput(
  input: PageInput,
  options: ImportOptions,
  ports: MediaPorts,
): Promise<ImportOutcome> {
  const page = input.kind === 'file' ? await readPageFile(input) : await fetchPage(input.address);
  return page.ok ? importPage(page.value, options, ports) : { kind: 'failed', reason: page.reason };
}
