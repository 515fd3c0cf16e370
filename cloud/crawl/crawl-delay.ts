import { CRAWL_LIMITS } from './crawl-parts.ts';

/**
 * Reads the setting `CRAWL_DELAY_MS`, the pause between two requests. 0 is for a site of one's own.
 *
 * @returns undefined when it is no number of milliseconds up to ten minutes
 */
export function parseCrawlDelay(text: string | undefined): number | undefined {
  const written = text?.trim() ?? '';
  if (written === '') return CRAWL_LIMITS.delayMs;
  return /^\d{1,6}$/.test(written) && Number(written) <= 600_000 ? Number(written) : undefined;
}
