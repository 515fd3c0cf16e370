import type { ArticleDraft } from '../domain/drafts.ts';
import { importInput } from '../importer/import-input.ts';
import type { ImportOptions } from '../importer/import-page.ts';
import type { KeepFile } from '../importer/media/keep-local-files.ts';
import type { Input } from '../importer/sources/list-inputs.ts';
import type { Done, ImportTally } from './import-tally.ts';
import { importWords } from './import-words.ts';

/** Where drafts and files go. */
export interface ImportTarget {
  keep: KeepFile;
  /** Saves a draft and answers what to say about it. */
  save: (draft: ArticleDraft) => Promise<{ kind: Done; lines: string[] }>;
}

/**
 * Imports one input after the other; one that fails does not keep the others from being imported.
 *
 * @param say takes each line for the editor
 */
export async function runImport(
  inputs: readonly Input[],
  options: ImportOptions,
  target: ImportTarget,
  say: (line: string) => void,
): Promise<ImportTally> {
  const tally: ImportTally = { created: 0, updated: 0, unchanged: 0, shown: 0, failed: 0 };
  const sayFailed = (name: string, reason: string) => {
    tally.failed += 1;
    say(importWords.failed(name, reason));
  };
  for (const input of inputs) {
    if (input.kind === 'skipped') {
      say(importWords.skipped(input.name, input.count));
    } else if (input.kind === 'failed') {
      sayFailed(input.name, input.reason);
    } else {
      const outcome = await importInput(input, options, target.keep);
      if (outcome.kind === 'failed') {
        sayFailed(input.name, outcome.reason);
        continue;
      }
      const saved = await target.save(outcome.draft);
      tally[saved.kind] += 1;
      for (const line of saved.lines) say(line);
      for (const warning of outcome.warnings) say(importWords.warning(warning));
    }
  }
  return tally;
}
