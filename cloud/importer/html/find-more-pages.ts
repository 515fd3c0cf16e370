import type { ElementIndex } from './element-index.ts';
import { toText } from './node-text.ts';
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

function fromScripts(index: ElementIndex): string[] {
  for (const script of index.select('script')) {
    const [code] = script.childNodes;
    const match = code !== undefined && isText(code) ? SCRIPT.exec(code.value) : null;
    if (match === null) continue;
    const [, count, , name, ending] = match;
    const pages = Math.min(Number(count), MAX_SCRIPT_PAGES);
    return Array.from({ length: Math.max(pages - 1, 0) }, (_, at) => `${name}_${at + 1}.${ending}`);
  }
  return [];
}

const NUMBER = /^[\s[【(（<《]*第?\s*(\d{1,2})\s*页?[\s\]】)）>》]*$/u;
const NEXT = /^[\s[【(（<《]*(?:下一?页|后一?页|next(?: page)?)[\s\]】)）>》›»→]*$/iu;

interface Address {
  path: string;
  stem: string;
  ending: string;
  query: URLSearchParams;
}

/** Taken apart: the name without its page number. */
function toAddress(url: URL): Address {
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return {
    path: url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1),
    stem: dot === -1 ? name : name.slice(0, dot),
    ending: dot === -1 ? '' : name.slice(dot),
    query: url.searchParams,
  };
}

const PAGE_KEYS = /^(?:p|page|pg|pageno|pagenum|pageindex|currentpage|curpage|page_no|pn)$/i;

function isSameButPage(a: URLSearchParams, b: URLSearchParams): boolean {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].every((key) => PAGE_KEYS.test(key) || a.get(key) === b.get(key));
}

/** `t1_2.html` of `t1.html`, `t1-2.html`, `a/t1/2.html`, `?id=1&page=2`: another page of the same article. */
function isPageOf(reference: string, address: string): boolean {
  if (!URL.canParse(reference, address)) return false;
  const [here, there] = [new URL(address), new URL(reference, address)];
  if (here.host !== there.host || there.href.replace(/#.*$/, '') === here.href.replace(/#.*$/, ''))
    return false;
  const [a, b] = [toAddress(here), toAddress(there)];
  if (a.path !== b.path || a.ending !== b.ending || !isSameButPage(a.query, b.query)) return false;
  if (a.stem === b.stem) return here.search !== there.search;
  const base = (stem: string) => stem.replace(/[_-]\d{1,2}$/, '');
  const [ofA, ofB] = [base(a.stem), base(b.stem)];
  return ofB === a.stem || ofA === b.stem || (ofA === ofB && ofA !== a.stem && ofB !== b.stem);
}

/**
 * The further pages that a page of an article names: by the script of TRS, or by links whose words are page numbers or
 * 下一页 and whose address is the page's own with a number. 下一篇 is another article.
 *
 * @param address where the page stands; for a local page any address that ends with its file name
 */
export function findMorePages(index: ElementIndex, address: string): MorePages {
  const found: { reference: string; number: number; link: Element }[] = [];
  const links: Element[] = [];
  for (const link of index.select('a')) {
    const text = toText(link);
    const number = NUMBER.exec(text)?.[1];
    if (number === undefined && !NEXT.test(text)) continue;
    const reference = findAttribute(link, 'href')?.trim() ?? '';
    if (reference === '' || /^(?:javascript:|#)/i.test(reference)) continue;
    if (!isPageOf(reference, address)) continue;
    links.push(link);
    found.push({ reference, number: number === undefined ? 1000 : Number(number), link });
  }
  const scripted = fromScripts(index);
  if (scripted.length > 0) return { references: scripted, links };
  const ordered = found.sort((a, b) => a.number - b.number).map(({ reference }) => reference);
  return { references: [...new Set(ordered)], links };
}
