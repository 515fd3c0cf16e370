import { findAttribute, isElement, isText, type ParentNode, walk } from '../html/tree.ts';
import { toOneLine } from '../trim-text.ts';
import { toSiteAddress } from './list-links.ts';

const NEXT_WORDS =
  /^[\s[（(【<«‹]*(?:下一[页頁]|下[页頁]|后一[页頁]|后[页頁]|next(?: page)?)[\s\]）)】>»›]*$/i;

/** TRS writes its paging by script: `createPageHTML(count, current, "index", "html")`, the current one from 0. */
const TRS_PAGING =
  /createPageHTML\s*\(\s*(\d{1,5})\s*,\s*(\d{1,5})\s*,\s*["']([\w.-]{1,60})["']\s*,\s*["'](\w{1,8})["']/;

function findByScript(document: ParentNode): string | undefined {
  for (const node of walk(document, () => true)) {
    if (!isText(node)) continue;
    const [, count, current, name, extension] = TRS_PAGING.exec(node.value) ?? [];
    if (count === undefined) continue;
    const next = Number(current) + 1;
    return next < Number(count) ? `${name}_${next}.${extension}` : undefined;
  }
  return undefined;
}

interface PageLink {
  text: string;
  rel: string;
  href: string;
}

function readPageLinks(document: ParentNode): PageLink[] {
  return [...walk(document, () => true)].filter(isElement).flatMap((element) => {
    if (element.tagName !== 'a' && element.tagName !== 'link') return [];
    const texts = [...walk(element, () => true)].filter(isText).map(({ value }) => value);
    const shown = toOneLine(texts.join(''));
    const text = shown === '' ? toOneLine(findAttribute(element, 'title') ?? '') : shown;
    const rel = (findAttribute(element, 'rel') ?? '').toLowerCase();
    return [{ text, rel, href: findAttribute(element, 'href') ?? '' }];
  });
}

/**
 * The address of the list page that follows: by 下一页, by TRS's script, by a link whose text is the next number.
 *
 * @param number of this page, from 1
 * @returns undefined on the last page, and where nothing of this is understood
 */
export function findNextPage(
  document: ParentNode,
  base: string,
  address: string,
  number: number,
): string | undefined {
  const links = readPageLinks(document);
  const written = [
    links.find(({ rel }) => rel.split(/\s+/).includes('next'))?.href,
    links.find(({ text }) => NEXT_WORDS.test(text))?.href,
    findByScript(document),
    links.find(({ text }) => text.replace(/[[\]\s]/g, '') === String(number + 1))?.href,
  ];
  return written
    .map((reference) => toSiteAddress(reference ?? '', base, address))
    .find((target) => target !== undefined && target !== address);
}
