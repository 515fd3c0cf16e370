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
const STEM_NUMBER = /[_-](\d{1,2})$/;

function isSameButPage(a: URLSearchParams, b: URLSearchParams): boolean {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].every((key) => PAGE_KEYS.test(key) || a.get(key) === b.get(key));
}

/** The page's number in a query. */
function toQueryNumber(query: URLSearchParams): number | undefined {
  const written = [...query].find(([key]) => PAGE_KEYS.test(key))?.[1] ?? '';
  return /^\d{1,4}$/.test(written) ? Number(written) : undefined;
}

function compareQueries(here: URLSearchParams, there: URLSearchParams): number {
  const [own, other] = [toQueryNumber(here), toQueryNumber(there)];
  if (own === undefined) return 1;
  // `page=1` is the first page by another address, or the second where they are counted from 0.
  if (other === undefined) return own > 1 ? -1 : 0;
  return Math.sign(other - own);
}

/** Whether an address ends with the number of a page. */
export function isNumbered(address: string): boolean {
  const { stem, query } = toAddress(new URL(address));
  return STEM_NUMBER.test(stem) || toQueryNumber(query) !== undefined;
}

/**
 * Whether a link leads to another page of the same article: `t1_2.html` of `t1.html`, `t1-2.html`, `?id=1&page=2`.
 *
 * @returns less than 0 for a page before this one, more for one after it, 0 where that is not known; undefined for any
 *   other address
 */
export function comparePages(reference: string, address: string): number | undefined {
  if (!URL.canParse(reference, address)) return undefined;
  const [here, there] = [new URL(address), new URL(reference, address)];
  if (here.host !== there.host || there.href.replace(/#.*$/, '') === here.href.replace(/#.*$/, ''))
    return undefined;
  const [a, b] = [toAddress(here), toAddress(there)];
  if (a.path !== b.path || a.ending !== b.ending || !isSameButPage(a.query, b.query))
    return undefined;
  if (a.stem === b.stem)
    return here.search === there.search ? undefined : compareQueries(a.query, b.query);
  const [ofA, ofB] = [a.stem.replace(STEM_NUMBER, ''), b.stem.replace(STEM_NUMBER, '')];
  if (ofB === a.stem) return 1;
  if (ofA === b.stem) return -1;
  if (ofA !== ofB || ofA === a.stem || ofB === b.stem) return undefined;
  const toNumber = (stem: string) => Number(STEM_NUMBER.exec(stem)?.[1]);
  return Math.sign(toNumber(b.stem) - toNumber(a.stem));
}
