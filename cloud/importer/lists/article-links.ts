import type { ListLink } from './list-links.ts';

/**
 * How systems of Chinese authorities name the page of an article: `t20240305_123.html`, `post_123.html`,
 * `art_123_456.html`, `c123456/content.shtml`, `info/1001/2345.htm`, `202403/t123.html`, `?id=123`.
 */
const ARTICLE_PATHS = [
  /\/(?:t|post|art|content|article|news|detail|show|view)[-_]?\d[\w-]*\.s?html?$/i,
  /\/(?:19|20)\d{2}[-/]?(?:0?[1-9]|1[0-2])(?:[-/]?\d{1,2})?\/[^?]*\.(?:s?html?|jsp|aspx|php)$/i,
  /\/c\d{3,}\/(?:[^/]*\/)?content(?:_\d+)?\.s?html?$/i,
  /\/\d{3,}\.(?:s?html?|jsp|aspx|php)$/i,
  /\/[\da-f]{16,}\.s?html?$/i,
];
const ARTICLE_QUERY = /[?&](?:id|aid|articleid|newsid|infoid|contentid|docid)=[\w-]{1,64}(?:&|$)/i;
const LIST_NAME = /\/(?:index|list|default|node)[-_]?\d*\.(?:s?html?|jsp|aspx|php)$/i;
const NO_PAGE =
  /\.(?:pdf|docx?|xlsx?|pptx?|wps|zip|rar|7z|jpe?g|png|gif|webp|mp[34]|avi|xml|css|js)$/i;
/** Titles are longer than what menus say. */
const SHORTEST_TITLE = 5;

const isArticlePath = (address: string) =>
  ARTICLE_PATHS.some((pattern) => pattern.test(new URL(address).pathname)) ||
  ARTICLE_QUERY.test(new URL(address).search);

const isPage = ({ address, text }: ListLink) => {
  const { pathname } = new URL(address);
  return [...text].length >= SHORTEST_TITLE && !NO_PAGE.test(pathname) && !LIST_NAME.test(pathname);
};

/** So many links with dates make a list; then links without one are menus and side columns. */
const DATED_LIST = 3;

/** Folder and ending, with any number for any other: articles of one list have theirs in common. */
function toShape(address: string): string {
  const { pathname } = new URL(address);
  const folder = pathname.slice(0, pathname.lastIndexOf('/') + 1);
  const ending = /\.\w+$/.exec(pathname)?.[0] ?? '';
  return `${folder}*${ending}`.replace(/\d+/g, '0');
}

/**
 * Which links of a list page lead to its articles: those with dates beside them. One or two make a short list where
 * their addresses are alike; beside them stand those that are named like articles.
 */
export function pickArticles(links: readonly ListLink[]): ListLink[] {
  const pages = links.filter(isPage);
  const dated = pages.filter(({ date }) => date !== undefined);
  if (dated.length >= DATED_LIST) return dated;
  const isShortList = new Set(dated.map(({ address }) => toShape(address))).size === 1;
  return pages.filter(
    ({ address, date }) => (isShortList && date !== undefined) || isArticlePath(address),
  );
}
