import type { ArticleDraft } from '../domain/drafts.ts';
import { importInput, type PageInput } from '../importer/import-input.ts';
import type { ImportOptions } from '../importer/import-page.ts';
import { type ReadPage, toPageKey } from '../importer/join-pages.ts';
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

/** Pages that are part of an article already, with the name of its first page. */
type Joined = Map<string, string>;

const toInputKey = (input: PageInput) =>
  toPageKey(input.kind === 'url' ? { ...input, kind: 'web' } : { ...input, kind: 'local' });

/** Reads, keeps and saves one page. What the database refuses is said of this page alone. */
async function importOne(
  input: PageInput,
  options: ImportOptions,
  target: ImportTarget,
  joined: Joined,
): Promise<Result<Saved>> {
  try {
    const outcome = await importInput(input, options, target.ports, target.read);
    if (outcome.kind === 'failed') return fail(outcome.reason);
    const { draft, missing } = outcome;
    for (const page of outcome.joined) joined.set(page, input.name);
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
 * Imports one input after the other; one that fails does not keep the others from being imported. What came with an
 * article as a further page of it is no article of its own.
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
  const joined: Joined = new Map();
  for (const input of inputs) {
    if (input.kind === 'skipped') {
      say(importWords.skipped(input.name, input.count));
    } else if (input.kind === 'failed') {
      sayFailed(input.name, input.reason);
    } else {
      const first = joined.get(toInputKey(input));
      if (first !== undefined) {
        say(importWords.joined(input.name, first));
        continue;
      }
      const result = await importOne(input, options, target, joined);
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
