import type { ImportOutcome } from '../cloud/importer/outcome.ts';
import { collectText } from '../rules/collect-text.ts';
import type { GeneratedPage } from './import-pages.ts';

/** What differs between a page and what was imported of it; undefined when nothing does. */
export function findDifference(
  { title, source, publishedAt, lines }: GeneratedPage,
  outcome: ImportOutcome,
): string | undefined {
  if (outcome.kind === 'failed') return outcome.reason;
  const { draft } = outcome;
  const words = draft.blocks.map((block) => collectText(block)).join('\n');
  const pairs = [
    ['title', title, draft.title],
    ['source', source, draft.source],
    ['date', publishedAt, draft.publishedAt],
    ['text', lines.join('\n'), words],
  ] as const;
  const different = pairs.find(([, wanted, found]) => wanted !== found);
  return different && `its ${different[0]} is "${different[2]}", not "${different[1]}"`;
}
