import { findPublishDate, parsePublishDate } from '../publish-date.ts';
import type { Site } from '../sites/site.ts';
import type { ElementIndex } from './element-index.ts';
import type { Finding } from './find-labelled.ts';
import { toText } from './node-text.ts';
import type { PageMeta } from './page-meta.ts';
import { isText } from './tree.ts';

/** A value that an element of the family holds alone. */
export function findBySelectors(
  index: ElementIndex,
  selectors: readonly string[],
  accept: (text: string) => string | undefined,
): Finding | undefined {
  for (const selector of selectors) {
    for (const element of index.select(selector)) {
      const text = accept(toText(element));
      if (text !== undefined) return { text, at: `selector ${selector}` };
    }
  }
  return undefined;
}

/** Seconds since the epoch as China's time. */
function toChinaTime(seconds: string): string {
  const china = new Date(Number(seconds) * 1000 + 8 * 3600_000).toISOString();
  return `${china.slice(0, 10)} ${china.slice(11, 19)}`;
}

/** The date that a script of the page writes. */
export function findInScripts(index: ElementIndex, site: Site): Finding | undefined {
  if (site.publishedAtScripts.length === 0) return undefined;
  const codes = index
    .select('script')
    .flatMap(({ childNodes }) => childNodes.filter(isText).map(({ value }) => value));
  for (const pattern of site.publishedAtScripts) {
    for (const code of codes) {
      const value = pattern.exec(code)?.[1];
      if (value === undefined) continue;
      const text = /^\d+$/.test(value) ? toChinaTime(value) : value;
      if (parsePublishDate(text) !== undefined) return { text, at: 'script' };
    }
  }
  return undefined;
}

/** What the head of the page says of itself. */
export function findInMeta(
  meta: PageMeta,
  names: readonly string[],
  accept: (text: string) => string | undefined,
): Finding | undefined {
  for (const name of names) {
    const value = meta.find([name]);
    const text = value === undefined ? undefined : accept(value);
    if (text !== undefined) return { text, at: `meta ${name}` };
  }
  return undefined;
}

export const acceptDate = (text: string): string | undefined =>
  parsePublishDate(text) === undefined ? findPublishDate(text) : text;

export const acceptText = (text: string): string | undefined => (text === '' ? undefined : text);
