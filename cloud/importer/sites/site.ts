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

/**
 * A family of sites whose pages are built alike: data, no code. Selectors are those of `html/selector.ts`; each list
 * is tried in its order, and the first that finds something decides.
 */
export interface Site {
  id: string;
  /** Hosts whose pages are of this family; empty for the fallback. */
  hosts: readonly string[];
  /** The site's own name, where the family is one site. */
  name: string | undefined;
  labels: SiteLabels;
  /** `<meta name=…>` that may help out where the page itself shows nothing. */
  meta: {
    siteName: readonly string[];
    title: readonly string[];
    source: readonly string[];
    publishedAt: readonly string[];
  };
  title: readonly string[];
  body: readonly string[];
  /** Parts of the body that are no part of the article. */
  cut: readonly string[];
}
