import { readFileSync } from 'node:fs';
import { saveArticle } from '../../cloud/store/save-article.ts';
import type { SearchPlace } from '../../cloud/store/search/search-cursor.ts';
import { findSearchPage } from '../../cloud/store/search/search-page.ts';
import type { Store } from '../../cloud/store/store.ts';
import { makeArticleDraft } from './drafts.ts';

/** `key` is what the queries call it. */
interface FixtureArticle {
  key: string;
  channelId: string;
  publishedAt: string;
  title: string;
  body: string;
}

/** A query and the articles that a reader would call right; `also`: what else was taken for the same. */
export interface FixtureQuery {
  q: string;
  also?: string[];
  expected: string[];
}

const read = <T>(name: string): T[] =>
  JSON.parse(readFileSync(new URL(`../fixtures/search/${name}.json`, import.meta.url), 'utf8'));

export const SEARCH_QUERIES = read<FixtureQuery>('queries');
const SEARCH_ARTICLES = read<FixtureArticle>('articles');

/** What the pool has connections for. */
const AT_ONCE = 8;

/** Does the same with every item, some at a time; the outcomes in the order of the items. */
export async function forAll<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const outcomes: R[] = [];
  for (let n = 0; n < items.length; n += AT_ONCE) {
    outcomes.push(...(await Promise.all(items.slice(n, n + AT_ONCE).map(work))));
  }
  return outcomes;
}

/** Saves the articles; returns their keys by id. */
export async function saveSearchArticles(store: Store): Promise<Map<string, string>> {
  const saved = await forAll(SEARCH_ARTICLES, async ({ key, body, ...article }) => {
    const blocks = [{ kind: 'paragraph' as const, spans: [{ text: body }] }];
    const draft = makeArticleDraft({ ...article, blocks, summary: body });
    return [(await saveArticle(store, draft, 0)).id, key] as const;
  });
  return new Map(saved);
}

/** The ids of all that a query finds, page after page. */
export async function searchAll(store: Store, q: string): Promise<string[]> {
  const ids: string[] = [];
  let after: SearchPlace | undefined;
  do {
    const page = await findSearchPage(store, q, {}, Date.now(), after);
    ids.push(...page.items.map(({ article }) => article.id));
    after = page.next;
  } while (after);
  return ids;
}
