import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The headless shell first: the same engine without a browser around it starts three times as fast. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** Looked at last: where Debian's package is, when PATH leaves that folder out. */
const DEBIAN_PLACE = '/usr/bin/chromium';

/**
 * Where Chromium is: CHROMIUM_PATH as it stands, else the first of the usual names that exists in
 * a folder of PATH; undefined when there is none.
 */
export function chromiumPath(
  env: Record<string, string | undefined> = process.env,
  lastPlace = DEBIAN_PLACE,
): string | undefined {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, lastPlace].find((place) => existsSync(place));
}
