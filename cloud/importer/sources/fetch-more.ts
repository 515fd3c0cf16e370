import type { FetchMore } from '../join-pages.ts';
import type { RawPage } from '../page.ts';
import { fail, type Result } from '../result.ts';
import { reasons } from '../words.ts';
import type { Input } from './list-inputs.ts';
import { readPageFile } from './read-page-file.ts';

/**
 * Brings further pages of an article: for a local page those that lie in its folder, for a page of the web those that
 * the page fetcher brings. Neither ever leads to the other.
 */
export function toFetchMore(
  input: Extract<Input, { kind: 'file' | 'url' }>,
  fetchPage: (address: string) => Promise<Result<RawPage>>,
): FetchMore {
  return async (target) => {
    if (input.kind === 'file' && target.kind === 'local')
      return readPageFile({ ...input, file: target.path });
    if (input.kind === 'url' && target.kind === 'web') return fetchPage(target.url);
    return fail(reasons.noSuchFile);
  };
}
