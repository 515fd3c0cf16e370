import { decodePage } from '../decode/decode-page.ts';
import { ElementIndex } from '../html/element-index.ts';
import { readPageMeta } from '../html/page-meta.ts';
import { parseHtml } from '../html/parse-html.ts';
import type { RawPage } from '../page.ts';
import { type Result, succeed } from '../result.ts';
import { pickArticles } from './article-links.ts';
import { type ListLink, readListLinks } from './list-links.ts';
import { findNextPage } from './next-page.ts';

/** What a page of a column's list offers. */
export interface ListPage {
  /** Newest first, as the site has it. */
  articles: ListLink[];
  /** Address of the list page that follows, where there is one. */
  next: string | undefined;
}

/**
 * Reads a list page of a column. Pure.
 *
 * @param number of the page in the column, from 1
 */
export function readListPage(
  { bytes, charset }: RawPage,
  address: string,
  number: number,
): Result<ListPage> {
  const document = parseHtml(decodePage(bytes, charset).text);
  if (!document.ok) return document;
  const { baseHref } = readPageMeta(new ElementIndex(document.value));
  const base =
    baseHref !== undefined && URL.canParse(baseHref, address)
      ? new URL(baseHref, address).href
      : address;
  const next = findNextPage(document.value, base, address, number);
  const articles = pickArticles(readListLinks(document.value, base, address));
  return succeed({ articles: articles.filter((article) => article.address !== next), next });
}
