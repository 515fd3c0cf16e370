import { flJiangmen } from './fl-jiangmen.ts';
import { generic } from './generic.ts';
import type { Site } from './site.ts';

/** The families known, each a row. */
const SITES: readonly Site[] = [flJiangmen];

/**
 * The family of a page: by its host where it came from the web, otherwise by the name it gives its site.
 *
 * @param siteName what the page calls its site
 */
export function findSite(address: string | undefined, siteName: string | undefined): Site {
  if (address !== undefined) {
    const { hostname } = new URL(address);
    return SITES.find((site) => site.hosts.includes(hostname)) ?? generic;
  }
  return SITES.find((site) => site.name !== undefined && site.name === siteName) ?? generic;
}
