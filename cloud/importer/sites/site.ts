/** The words with which a family of sites introduces what it says of an article; each list, best first. */
export interface SiteLabels {
  /** 文章出处 */
  source: readonly string[];
  /** 发布时间 */
  publishedAt: readonly string[];
  /** 相关附件 */
  attachments: readonly string[];
  /** What stands beside them and is of no use to a reader. */
  ignored: readonly string[];
}

/** Where in a page's scripts a value stands: the first group of the first pattern that matches. */
export type ScriptPatterns = readonly RegExp[];

/**
 * A family of sites whose pages are built alike: data, no code. Selectors are those of `html/selector.ts`; each list
 * is tried in its order, and the first that finds something decides.
 */
export interface Site {
  id: string;
  /** Hosts whose pages are of this family; empty where other marks tell it. */
  hosts: readonly string[];
  /** Paths of addresses that only this family has. */
  paths: readonly RegExp[];
  /** Selectors: a page that has one of these elements is of this family. */
  marks: readonly string[];
  /** The site's own name, where the family is one site. */
  name: string | undefined;
  /** Who publishes it, where the family is one site: what 来源 本网 means. */
  organisation: string | undefined;
  labels: SiteLabels;
  /** `<meta name=…>` that may help out where the page itself shows nothing. */
  meta: {
    siteName: readonly string[];
    title: readonly string[];
    source: readonly string[];
    publishedAt: readonly string[];
  };
  title: readonly string[];
  /** Elements that hold the source or the date alone, without a label. */
  source: readonly string[];
  publishedAt: readonly string[];
  /** The date where a script writes it; digits alone are seconds since the epoch. */
  publishedAtScripts: ScriptPatterns;
  body: readonly string[];
  /** Parts of the body that are no part of the article. */
  cut: readonly string[];
}
