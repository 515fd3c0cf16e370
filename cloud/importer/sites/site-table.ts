import { guangdong, trs, ucap, vsb } from './content-systems.ts';
import { flJiangmen } from './fl-jiangmen.ts';
import { generic } from './generic.ts';
import { officialAccount } from './official-account.ts';
import type { Site } from './site.ts';

/** The families known, each a row; where several know a page, the first counts. */
const SITES: readonly Site[] = [flJiangmen, officialAccount, guangdong, ucap, trs, vsb];

/** What tells the family of a page. */
export interface SiteMarks {
  address: string | undefined;
  /** What the page calls its site. */
  siteName: string | undefined;
  /** Whether a selector finds something in the page. */
  has: (selector: string) => boolean;
}

/**
 * The family of a page: by its host; without an address by the name it gives its site; then by the form of the
 * address, then by marks in the page; else the fallback.
 */
export function findSite({ address, siteName, has }: SiteMarks): Site {
  const url = address === undefined ? undefined : new URL(address);
  const rules: ((site: Site) => boolean)[] = [
    url === undefined
      ? ({ name }) => name !== undefined && name === siteName
      : ({ hosts }) => hosts.includes(url.hostname),
    ({ paths }) => url !== undefined && paths.some((path) => path.test(url.pathname)),
    ({ marks }) => marks.some(has),
  ];
  for (const rule of rules) {
    const site = SITES.find(rule);
    if (site !== undefined) return site;
  }
  return generic;
}
