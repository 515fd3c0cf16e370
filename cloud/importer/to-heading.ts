import type { PageFacts } from './page.ts';
import { parsePublishDate } from './publish-date.ts';
import { fail, type Result, succeed } from './result.ts';
import { toOneLine } from './trim-text.ts';
import { reasons, warnings } from './words.ts';

/** What stands above the body of an article, checked. */
export interface Heading {
  site: string;
  title: string;
  source: string;
  /** As the contract has it: a day, or a moment in China's time. */
  publishedAt: string;
  warnings: string[];
}

/** The name of the site when nothing tells another. */
const DEFAULT_SITE = '江门市妇女网';

/** What a site writes for itself, or for nobody. */
const NO_SOURCE =
  /^(?:未知|不详|无|暂无|网络|互联网|本网|本网站|本站|本站原创|本网原创|原创|本单位|null|undefined|[-—–/]+)$/i;

const isSource = (text: string) => text !== '' && !NO_SOURCE.test(text);

/** What counts in place of what the page says of itself, where it is given. */
export interface GivenHeading {
  /** Name of the site. */
  site?: string | undefined;
  title?: string;
  source?: string;
  /** A date that `parsePublishDate` understands. */
  date?: string;
}

/** Title, source and date of a page, or the sentence on which of them is missing. */
export function toHeading(facts: PageFacts, given: GivenHeading): Result<Heading> {
  const title = toOneLine(given.title ?? facts.title ?? '');
  if (title === '') return fail(reasons.noTitle);
  const date = given.date ?? facts.date;
  if (date === undefined) return fail(reasons.noDate);
  const publishedAt = parsePublishDate(date);
  if (publishedAt === undefined) return fail(reasons.badDate(date));
  const named = given.site ?? facts.siteName;
  const site = named ?? DEFAULT_SITE;
  const organisation = given.site ?? facts.organisation ?? site;
  const written = toOneLine(given.source ?? facts.source ?? '');
  const missing = [
    ...(named === undefined ? [warnings.noSite(site)] : []),
    ...(written === '' ? [warnings.noSource(organisation)] : []),
  ];
  const source = isSource(written) ? written : organisation;
  return succeed({ site, title, source, publishedAt, warnings: missing });
}
