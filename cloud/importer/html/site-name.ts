import type { Site } from '../sites/site.ts';
import { toOneLine } from '../trim-text.ts';
import { isFooter } from './furniture.ts';
import type { PageMeta } from './page-meta.ts';
import type { TextLine } from './text-lines.ts';

/** What sites put between the title of an article and their own name. */
const SEPARATORS = /\s*(?:[-_—–|｜·>»]+|\s)\s*/u;

/** The parts of a document's title, `文章标题-栏目-江门市妇女网`. */
export const toParts = (documentTitle: string | undefined): string[] =>
  (documentTitle ?? '').split(SEPARATORS).filter((part) => part !== '');

/** The last part, where there is more than one. */
export function toLastPart(documentTitle: string | undefined): string | undefined {
  const parts = toParts(documentTitle);
  return parts.length > 1 ? parts.at(-1) : undefined;
}

const NAME =
  /(?:妇联|妇女|联合会|网|网站|政府|中心|委员会|局|办公室|工委|协会|学会|基金会|门户|之家|学校|学院|大学|日报|社)$/u;

/** A sentence or a date: `织密关爱网` may end a title, and a line of date and counter with who publishes it. */
const NO_NAME = /[：:，,。；;！!？?“”‘’《》、]|\d{4} ?[-/.年] ?\d/u;

/** Looks like the name of an organisation, or of its site. */
export const isName = (text: string): boolean =>
  NAME.test(text) && text.length >= 3 && text.length <= 30 && !NO_NAME.test(text);

/** What is left of the document's title without the article's, in parts; all of it where it does not hold that one. */
function toOtherParts(documentTitle: string | undefined, title: string | undefined): string[] {
  const whole = toOneLine(documentTitle ?? '');
  const own = toOneLine(title ?? '');
  const at = own === '' ? -1 : whole.indexOf(own);
  if (at !== -1)
    return [...toParts(whole.slice(at + own.length)).reverse(), ...toParts(whole.slice(0, at))];
  return toParts(whole).filter(isName);
}

const OWNER =
  /^(?:©|&copy;|copyright|\s)*(?:版权所有|主办单位|主办)[\s\u3000:：©]*(?:copyright)?[\s\u3000©]*([\p{Script=Han}（）()]{4,30})/iu;
const OWNED =
  /^[\s©]*(?:copyright)?[\s©\d-]*([\p{Script=Han}（）()]{4,30}?)[\s\u3000]*(?:版权所有|主办|[\s\u3000]+(?:粤|网站标识码|ICP|地址|公网安备|技术支持))/iu;

/** Who publishes the site, by the foot of the page. */
function findOwner(lines: readonly TextLine[]): string | undefined {
  const last = lines.slice(-8);
  // An announcement names its hosts as well.
  if (!last.some(({ text }) => isFooter(text))) return undefined;
  for (const line of last) {
    const name = OWNER.exec(line.text)?.[1] ?? OWNED.exec(line.text)?.[1];
    if (name !== undefined && isName(name)) return name;
  }
  return undefined;
}

interface Named {
  site: Site;
  meta: PageMeta;
  title: string | undefined;
  /** Whether the standard meta names are this page's. */
  isMetaOurs: boolean;
  lines: readonly TextLine[];
}

/**
 * The name of the site: the family's own; what the document's title holds beside the article's; the standard meta name
 * where the meta names are this page's; who the foot of the page says publishes it; a name at the head of the page.
 */
export function findSiteName({ site, meta, title, isMetaOurs, lines }: Named): string | undefined {
  if (site.name !== undefined) return site.name;
  const parts = toOtherParts(meta.documentTitle, title);
  const named = isMetaOurs ? meta.find(site.meta.siteName) : undefined;
  const top = lines.slice(0, 3).map(({ text }) => toOneLine(text));
  return (
    parts.find(isName) ??
    named ??
    parts.filter((part) => part.length >= 3)[0] ??
    findOwner(lines) ??
    top.find(isName)
  );
}
