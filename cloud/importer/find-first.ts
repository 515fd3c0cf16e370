import { type FetchMore, isSameTitle, type ReadPage, toPageTarget } from './join-pages.ts';
import { MAX_PAGES } from './limits.ts';
import { isNotFoundNotice } from './not-found-notice.ts';
import type { PageFacts } from './page.ts';

/**
 * Where the first page of an article is, for a further page of it. By itself such a page would take the place of the
 * article, which has the same title and date.
 *
 * @returns undefined for a first page, and where the page that it names before it turns out to be another article
 */
export async function findFirst(
  page: PageFacts,
  fetchMore: FetchMore,
  read: ReadPage,
): Promise<string | undefined> {
  let first: string | undefined;
  let at = page;
  for (let steps = 0; steps < MAX_PAGES && at.firstPage !== undefined; steps += 1) {
    const found = toPageTarget(at.firstPage, at.base);
    if (found === undefined) break;
    const raw = await fetchMore(found.target);
    const facts = raw.ok ? await read(raw.value) : raw;
    const isThere = facts.ok && !isNotFoundNotice(facts.value, page.title);
    if (isThere && !isSameTitle(page.title, facts.value.title)) break;
    first = found.key;
    if (!isThere) break;
    at = facts.value;
  }
  return first;
}
