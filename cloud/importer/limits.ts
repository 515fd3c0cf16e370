/** One page or file may have this many bytes; what is larger is refused before it is read. */
export const MAX_BYTES = 20 * 1024 * 1024;

/** A page has this long to arrive, redirects included. */
export const FETCH_TIMEOUT_MS = 30_000;

export const MAX_REDIRECTS = 5;

/** Elements of one page. The longest article we know (over 800 paragraphs, in a CMS page) has below 10,000. */
export const MAX_ELEMENTS = 200_000;

/** Open elements inside each other: where browsers stop nesting as well. */
export const MAX_DEPTH = 512;

/** Attributes of one tag: the parser compares each with all before it. */
export const MAX_ATTRIBUTES = 1000;

/** A longer link is no link. */
export const MAX_LINK_LENGTH = 2048;

/** Pages of one article that are read, the first among them. */
export const MAX_PAGES = 20;
