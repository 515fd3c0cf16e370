import type { Block } from '../../types/block.ts';

/** Where a page stands: what its relative links and pictures are relative to. */
export type PageBase =
  | { kind: 'web'; address: string }
  /** `file` is absolute; nothing outside of the folder `root` is ever read for it. */
  | { kind: 'local'; file: string; root: string };

/** A page as it came, before anything is known of it. */
export interface RawPage {
  bytes: Uint8Array;
  base: PageBase;
  format: 'text' | 'html' | 'docx';
  /** What the server said, without being asked twice. */
  charset: string | undefined;
}

/** A file that a page offers. `reference` is as the page wrote it. */
export interface FileLink {
  name: string;
  reference: string;
}

/** Where each field was found, in a word for the report: `label 文章出处`, `selector h1`, `meta PubDate`, `scored`; `none`. */
export interface FoundAt {
  title: string;
  source: string;
  date: string;
  body: string;
}

export const NOT_FOUND: FoundAt = { title: 'none', source: 'none', date: 'none', body: 'none' };

/** What a page says of itself, understood but not yet checked. */
export interface PageFacts {
  siteName: string | undefined;
  /** Who publishes the site, where that is not its name: what 来源 本网 means. */
  organisation: string | undefined;
  title: string | undefined;
  /** 文章出处 */
  source: string | undefined;
  /** 发布时间, as the page writes it. */
  date: string | undefined;
  /** Pictures carry their resolved reference, see `resolve-reference.ts`. */
  blocks: Block[];
  files: FileLink[];
  /** Further pages of the same article, in order, as the page wrote them. */
  morePages: string[];
  /** An earlier page, where this is no first page and names it, as the page wrote it. */
  firstPage?: string;
  found: FoundAt;
  /** Where references are relative to; a `<base>` may have moved it. */
  base: PageBase;
  /** Sentences for the editor. */
  warnings: string[];
}
