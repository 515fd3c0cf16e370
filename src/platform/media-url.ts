import { BUILD_SETTINGS } from './build-settings.ts';
import { resolveUrl } from './resolve-url.ts';

/** The full address of a picture or file that an answer names. */
export function toMediaUrl(url: string): string {
  return resolveUrl(url, BUILD_SETTINGS.endpoint);
}
