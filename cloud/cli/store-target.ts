import type { SaveArticleOutcome } from '../domain/save-article-outcome.ts';
import type { ReadPage } from '../importer/join-pages.ts';
import { fail, succeed } from '../importer/result.ts';
import { fetchFile } from '../importer/sources/fetch-file.ts';
import { createMediaPorts } from '../store/media.ts';
import { saveArticle } from '../store/save-article.ts';
import type { Store } from '../store/store.ts';
import type { ImportArguments } from './import-arguments.ts';
import { importWords } from './import-words.ts';
import type { ImportTarget } from './run-import.ts';
import { readUserName } from './user-name.ts';

/** @param lacking words on pages that did not come */
function toLines(title: string, outcome: SaveArticleOutcome, lacking: string[]): string[] {
  const { kind, id, hidden, kept = [], duplicates = [] } = outcome;
  const notes = [
    ...lacking,
    ...(hidden === undefined ? [] : [importWords.hidden(hidden)]),
    ...kept.map(importWords.kept),
    ...duplicates.map(importWords.duplicate),
  ];
  return [importWords.saved(kind, title, id), ...notes.map(importWords.warning)];
}

/**
 * Saves into the store, as the person who runs the command. An article that lacks pages is stored where it is new;
 * where it is known the stored one stays, unless the editor has said `--partial`.
 */
export function toStoreTarget(
  store: Store,
  wanted: Pick<ImportArguments, 'channelId' | 'asDraft' | 'asPartial'>,
  read: ReadPage,
): ImportTarget {
  const { channelId, asDraft, asPartial } = wanted;
  const by = readUserName();
  return {
    read,
    ports: { ...createMediaPorts(store), fetchFile },
    save: async (draft, from, missing) => {
      const isPartial = missing.length > 0 && !asPartial;
      const options = { by, from, asDraft, keepsChannel: channelId === undefined, isPartial };
      const outcome = await saveArticle(store, draft, Date.now(), options);
      const { title = draft.title } = outcome;
      if (outcome.withheld) return fail(importWords.withheld(title, outcome.id, missing));
      const word = asPartial ? importWords.lacks : importWords.newPartial;
      const lacking = missing.length === 0 ? [] : [word(missing.length)];
      return succeed({ kind: outcome.kind, lines: toLines(title, outcome, lacking) });
    },
  };
}
