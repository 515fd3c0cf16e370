import type { Site } from '../sites/site.ts';
import { toOneLine } from '../trim-text.ts';
import type { PageMeta } from './page-meta.ts';

/** What sites put between the title of an article and their own name. */
const SEPARATORS = /\s*[-_—–|｜·>»]+\s*|\s{2,}/u;

const toLetters = (text: string) => text.replace(/[\s\u3000]+/gu, '');

/** `文章标题-栏目-江门市妇女网`: the last part, where there is more than one. */
export function toLastPart(documentTitle: string | undefined): string | undefined {
  const parts = (documentTitle ?? '').split(SEPARATORS).filter((part) => part !== '');
  return parts.length > 1 ? parts.at(-1) : undefined;
}

/** What is left of the document's title without the article's: its last part. */
function afterTitle(documentTitle: string | undefined, title: string | undefined) {
  if (documentTitle === undefined || title === undefined) return undefined;
  if (!toLetters(documentTitle).startsWith(toLetters(title))) return undefined;
  let rest = documentTitle;
  for (const letter of toLetters(title)) rest = rest.slice(rest.indexOf(letter) + 1);
  const parts = rest.split(SEPARATORS).filter((part) => part !== '');
  return toOneLine(parts.at(-1) ?? '') || undefined;
}

/** Looks like the name of an organisation or its site. */
export const isName = (text: string) =>
  /(?:妇联|妇女|联合会|网|网站|政府|中心|委员会|局|办公室|协会|基金会|门户|频道|之家)$/u.test(
    text,
  ) && text.length <= 30;

/**
 * The name of the site: the family's own, what the document's title ends with, the standard meta name where the meta
 * names are this page's.
 */
export function toSiteName(
  site: Site,
  meta: PageMeta,
  title: string | undefined,
  isMetaOurs: boolean,
): string | undefined {
  const { documentTitle } = meta;
  return (
    site.name ??
    afterTitle(documentTitle, title) ??
    (isMetaOurs ? meta.find(site.meta.siteName) : undefined)
  );
}
