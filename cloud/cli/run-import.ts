import type { ArticleDraft } from '../domain/drafts.ts';
import { importInput, type PageInput } from '../importer/import-input.ts';
import type { ImportOptions } from '../importer/import-page.ts';
import type { ReadPage } from '../importer/join-pages.ts';
import type { MediaPorts } from '../importer/media/ports.ts';
import { isFarAhead } from '../importer/publish-date.ts';
import { fail, type Result, succeed } from '../importer/result.ts';
import type { Input } from '../importer/sources/list-inputs.ts';
import { warnings } from '../importer/words.ts';
import type { Done, ImportTally } from './import-tally.ts';
import { importWords } from './import-words.ts';

/** Where drafts and files go. */
export interface ImportTarget {
  /** Fetch and store pictures and files. */
  ports: MediaPorts;
  /** Reads pages where time and memory are limited. */
  read: ReadPage;
  /**
   * Saves a draft that came from there, an address or a file, and answers what to say about it, or why it was not saved.
   *
   * @param missing where further pages of the article are that did not come
   */
  save: (
    draft: ArticleDraft,
    from: string,
    missing: readonly string[],
  ) => Promise<Result<{ kind: Done; lines: string[] }>>;
}

type Saved = { kind: Done; lines: string[] };

/** Reads, keeps and saves one page. What the database refuses is said of this page alone. */
async function importOne(
  input: PageInput,
  options: ImportOptions,
  target: ImportTarget,
): Promise<Result<Saved>> {
  try {
    const outcome = await importInput(input, options, target.ports, target.read);
    if (outcome.kind === 'failed') return fail(outcome.reason);
    const { draft, missing } = outcome;
    const saved = await target.save(draft, draft.address ?? input.name, missing);
    if (!saved.ok) return saved;
    const found = isFarAhead(draft.publishedAt, Date.now())
      ? [...outcome.warnings, warnings.farAhead(draft.publishedAt)]
      : outcome.warnings;
    return succeed({
      ...saved.value,
      lines: [...saved.value.lines, ...found.map(importWords.warning)],
    });
  } catch (error) {
    return fail(importWords.notSaved(error instanceof Error ? error.message : String(error)));
  }
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
      const result = await importOne(input, options, target);
      if (!result.ok) {
        sayFailed(input.name, result.reason);
        continue;
      }
      tally[result.value.kind] += 1;
      for (const line of result.value.lines) say(line);
    }
  }
  return tally;
}
