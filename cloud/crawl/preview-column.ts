import type { PageReader } from '../importer/isolation/page-reader.ts';
import type { ListLink } from '../importer/lists/list-links.ts';
import { fail, type Result, succeed } from '../importer/result.ts';
import { fetchPage } from '../importer/sources/fetch-page.ts';
import { readRobots } from '../importer/sources/robots.ts';
import { reasons } from '../importer/words.ts';
import { sleep } from './crawl-parts.ts';

/** What a crawl would find. */
export interface ColumnPreview {
  listPages: string[];
  articles: ListLink[];
}

/** Reads the list pages of a column and no article; nothing is saved. */
export async function previewColumn(
  address: string,
  choices: { maxListPages: number; since: string | undefined; delayMs: number },
  { readList }: Pick<PageReader, 'readList'>,
): Promise<Result<ColumnPreview>> {
  const robots = await readRobots(new URL(address).origin);
  if (!robots.ok) return robots;
  const articles = new Map<string, ListLink>();
  const listPages: string[] = [];
  let at: string | undefined = address;
  while (at !== undefined && listPages.length < choices.maxListPages && !listPages.includes(at)) {
    if (!robots.value.isAllowed(at)) return fail(reasons.robotsForbids);
    await sleep(Math.max(choices.delayMs, robots.value.delayMs), new AbortController().signal);
    const fetched = await fetchPage(at);
    if (!fetched.ok) return fetched;
    listPages.push(at);
    const list = await readList(fetched.value, at, listPages.length);
    if (!list.ok) return list;
    const known = articles.size;
    for (const link of list.value.articles) {
      const isEarly = link.date !== undefined && link.date < (choices.since ?? '');
      if (!isEarly && !articles.has(link.address)) articles.set(link.address, link);
    }
    at = articles.size > known ? list.value.next : undefined;
  }
  return succeed({ listPages, articles: [...articles.values()] });
}
