import { type AuditRule, asCount, asTimes, placeOf } from './audit-rule.ts';
import type { ImageFetch } from './measures.ts';
import { groupBy } from './page-rules.ts';
import type { Reading, Visit } from './visit.ts';

/** Device pixels to a px of the phones that the audit stands for. */
export const PIXEL_RATIO = 3;

/**
 * WeChat counts pictures that take over 100 ms: one that comes sooner, as on one machine, counts as if it took that long.
 */
const SHORTEST_FETCH = 100;

export const IMAGE_RULES: AuditRule[] = [
  { rule: 'images.concurrent', limit: 6, kind: 'most', show: asCount, read: readConcurrent },
  { rule: 'images.pixels', limit: 1, kind: 'most', show: asTimes, read: readPixels },
  { rule: 'images.cached', limit: 0, kind: 'most', show: asCount, read: readCached },
];

function readConcurrent(visit: Visit): Reading[] {
  return visit.looks.flatMap(({ page, fetches, act }) =>
    [...groupBy(fetches, ({ url }) => domainOf(url)).values()].map((group) => {
      const value = mostAtOnce(group);
      return { page, value, says: `${value} at once (${placeOf(visit, act)})` };
    }),
  );
}

/** How many of the pictures were on their way at one moment, at most. */
function mostAtOnce(fetches: readonly ImageFetch[]): number {
  const lasting = fetches.map(({ start, end }) => ({
    start,
    end: Math.max(end, start + SHORTEST_FETCH),
  }));
  const atStartOf = ({ start }: { start: number }) =>
    lasting.filter((other) => other.start <= start && start < other.end).length;
  return Math.max(0, ...lasting.map(atStartOf));
}

/** The simulator's server passes requests on, one folder a host: the folder tells the domain that the program named. */
function domainOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + (/^\/simulator\/host\/\d+/.exec(pathname)?.[0] ?? '');
}

function readPixels(visit: Visit): Reading[] {
  return visit.looks.flatMap(({ page, images, act }) =>
    images.map(({ url, pixels, shown }) => {
      const room = shown.width * shown.height * PIXEL_RATIO ** 2;
      const size = `${pixels.width} × ${pixels.height} pixels in ${Math.round(shown.width)} × ${Math.round(shown.height)} px`;
      const value = (pixels.width * pixels.height) / room;
      return { page, value, says: `${fileOf(url)}: ${size} (${placeOf(visit, act)})` };
    }),
  );
}

/** Pictures whose server does not let them be kept. */
function readCached(visit: Visit): Reading[] {
  const caching = new Map(visit.caching.map(({ url, cacheControl }) => [url, cacheControl]));
  return visit.looks.flatMap(({ page, fetches }) => {
    const refused = [...new Set(fetches.map(({ url }) => url))].filter(
      (url) => caching.has(url) && !isCacheable(caching.get(url) ?? null),
    );
    if (fetches.length === 0) return [];
    const named = refused.map((url) => `${fileOf(url)}: ${caching.get(url) ?? 'no cache-control'}`);
    return [{ page, value: refused.length, says: `${named.join('; ')} (${visit.stop})` }];
  });
}

function isCacheable(cacheControl: string | null): boolean {
  if (cacheControl === null || /\bno-(store|cache)\b/i.test(cacheControl)) return false;
  const age = /\bmax-age\s*=\s*"?(\d+)/i.exec(cacheControl)?.[1];
  return age === undefined ? /\b(public|immutable)\b/i.test(cacheControl) : Number(age) > 0;
}

function fileOf(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? url;
}
