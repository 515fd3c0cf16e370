import type { ElementIndex } from './element-index.ts';
import { toText } from './node-text.ts';
import { comparePages, isNumbered } from './page-address.ts';
import { type Element, findAttribute, isText } from './tree.ts';

/** Further pages of an article, and the elements that lead there. */
export interface MorePages {
  references: string[];
  links: Element[];
}

/** `createPageHTML(3, 0, "t20240305_123", "html")`: pages, this one's number, name and ending of the first. */
const SCRIPT =
  /createPageHTML\w*\(\s*["']?(\d{1,3})["']?\s*,\s*["']?(\d{1,3})["']?\s*,\s*["']([^"']{1,200})["']\s*,\s*["'](\w{1,8})["']/i;

/** A larger number of pages is no article but a mistake, or a list. */
const MAX_SCRIPT_PAGES = 200;

interface ScriptedPages {
  first: string;
  /** Of this page, from 0. */
  current: number;
  references: string[];
}

function fromScripts(index: ElementIndex): ScriptedPages | undefined {
  for (const script of index.select('script')) {
    const [code] = script.childNodes;
    const match = code !== undefined && isText(code) ? SCRIPT.exec(code.value) : null;
    if (match === null) continue;
    const [, count, written, name, ending] = match;
    const current = Number(written);
    const pages = Math.min(Number(count), MAX_SCRIPT_PAGES);
    const references = Array.from(
      { length: Math.max(pages - 1 - current, 0) },
      (_, at) => `${name}_${current + at + 1}.${ending}`,
    );
    return { first: `${name}.${ending}`, current, references };
  }
  return undefined;
}

const NUMBER = /^[\s[【(（<《]*第?\s*(\d{1,2})\s*页?[\s\]】)）>》]*$/u;
const PREVIOUS = /^[\s[【(（<《‹«←]*(?:上一?页|前一?页|prev(?:ious)?(?: page)?)[\s\]】)）>》]*$/iu;
const NEXT = /^[\s[【(（<《]*(?:下一?页|后一?页|next(?: page)?)[\s\]】)）>》›»→]*$/iu;

interface PageLink {
  reference: string;
  text: string;
  /** As its words say. */
  number: number | undefined;
  link: Element;
  /** See `comparePages`. */
  place: number;
}

/** The links to other pages of the same article, by number or by 上一页 and 下一页. */
function findPageLinks(index: ElementIndex, address: string): PageLink[] {
  return index.select('a').flatMap((link) => {
    const text = toText(link);
    const digits = NUMBER.exec(text)?.[1];
    if (digits === undefined && !NEXT.test(text) && !PREVIOUS.test(text)) return [];
    const reference = findAttribute(link, 'href')?.trim() ?? '';
    if (reference === '' || /^(?:javascript:|#)/i.test(reference)) return [];
    const place = comparePages(reference, address);
    if (place === undefined) return [];
    return [
      { reference, text, number: digits === undefined ? undefined : Number(digits), link, place },
    ];
  });
}

/**
 * The further pages that a page of an article names: by the script of TRS, or by links whose words are page numbers or
 * 下一页 and whose address is the page's own with a number. 下一篇 is another article; a page before this one is no further one.
 *
 * @param address where the page stands; for a local page any address that ends with its file name
 */
export function findMorePages(index: ElementIndex, address: string): MorePages {
  const found = findPageLinks(index, address);
  const links = found.map(({ link }) => link);
  const scripted = fromScripts(index);
  if (scripted !== undefined && scripted.references.length > 0)
    return { references: scripted.references, links };
  const ordered = found
    .filter(({ place, text }) => place >= 0 && !PREVIOUS.test(text))
    .sort((one, other) => (one.number ?? 1000) - (other.number ?? 1000))
    .map(({ reference }) => reference);
  return { references: [...new Set(ordered)], links };
}

/**
 * The first page of an article, or at least an earlier one, as a further page of it names it.
 *
 * @param address as for `findMorePages`
 * @returns undefined for a first page, and for one that names none before it
 */
export function findFirstPage(index: ElementIndex, address: string): string | undefined {
  if (!isNumbered(address)) return undefined;
  const scripted = fromScripts(index);
  if (scripted !== undefined && scripted.current > 0) return scripted.first;
  const earlier = findPageLinks(index, address).filter(({ place }) => place < 0);
  const first = earlier.find(({ number }) => number === 1);
  return (first ?? earlier.find(({ text }) => PREVIOUS.test(text)))?.reference;
}
