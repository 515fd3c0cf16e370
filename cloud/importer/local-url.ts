import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Between reading a local page and storing its files, a block names such a file by a `file:` address. A page can't
 * smuggle one in: references to the web never have this protocol.
 */
export const toLocalUrl = (path: string): string => pathToFileURL(path).href;

/** The absolute path, or undefined for every other address. */
export function fromLocalUrl(url: string): string | undefined {
  return url.startsWith('file:') ? fileURLToPath(url) : undefined;
}
