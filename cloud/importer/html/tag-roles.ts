/** What a tag means for the body of an article. */
export type TagRole =
  | 'block'
  | 'inline'
  | 'heading'
  | 'list'
  | 'item'
  | 'quote'
  | 'table'
  | 'row'
  | 'cell'
  | 'caption'
  | 'image'
  | 'divider'
  | 'break'
  | 'preformatted'
  /** Left out with everything in it; an editor needn't know. */
  | 'silent'
  /** Left out with everything in it and reported, since a reader would have seen it. */
  | 'dropped'
  /** A film, a recording, a frame, a card of another mini-program: what it names is read, its fallback is not. */
  | 'media'
  /** Where a film or recording lies, inside of one. */
  | 'source'
  /** Not on the list: its words are kept and it is reported. */
  | 'unknown';

const TAGS: Record<Exclude<TagRole, 'unknown' | 'media' | 'source'>, string> = {
  // A form may wrap a whole page (ASP.NET does so): it is opened up, and what belongs to it is left out.
  block:
    'html body p div section article main header footer aside nav address center dl dt dd details summary ' +
    'fieldset legend figure hgroup form thead tbody tfoot search ucapcontent ucaptitle',
  inline:
    'span font a abbr acronym cite code em i small sub sup mark time label big tt kbd samp var bdi bdo q ruby rb ' +
    'data dfn nobr u s del ins strike strong b wbr picture',
  heading: 'h1 h2 h3 h4 h5 h6',
  list: 'ul ol menu dir',
  item: 'li',
  quote: 'blockquote',
  table: 'table',
  row: 'tr',
  cell: 'td th',
  caption: 'figcaption caption',
  image: 'img',
  divider: 'hr',
  break: 'br',
  preformatted: 'pre listing xmp plaintext',
  silent:
    'script style head title meta link base noscript template input button select textarea option optgroup datalist ' +
    'output progress meter source track param area map col colgroup rp rt frameset frame noframes noembed dialog',
  dropped:
    'iframe video audio object embed mpvoice mp-common-mpaudio mp-miniprogram mp-common-miniprogram ' +
    'applet canvas svg math',
};

const ROLES = new Map<string, TagRole>(
  Object.entries(TAGS).flatMap(([role, tags]) =>
    tags.split(' ').map((tag) => [tag, role as TagRole] as const),
  ),
);

/** The role of a lower-case tag name. Word's own tags (`o:p`, `st1:place`) carry a colon and mean nothing. */
export function toTagRole(tag: string): TagRole {
  return ROLES.get(tag) ?? (tag.includes(':') ? 'inline' : 'unknown');
}

const MEDIA = new Set(
  'iframe video audio object embed mpvoice mp-common-mpaudio mp-miniprogram mp-common-miniprogram'.split(
    ' ',
  ),
);
const SOURCES = new Set(['source', 'param']);

/** The role in the clean tree: for text alone, media are nothing; as blocks they are. `around` is the element's parent there. */
export function toCleanRole(tag: string, around: TagRole): TagRole {
  if (MEDIA.has(tag)) return 'media';
  if (around !== 'media') return toTagRole(tag);
  return SOURCES.has(tag) ? 'source' : 'silent';
}

const LINE_ROLES = new Set<TagRole>([
  'block',
  'heading',
  'list',
  'item',
  'quote',
  'table',
  'row',
  'caption',
  'divider',
  'break',
  'preformatted',
]);

/** True where a new line begins before and after an element of this role. */
export function breaksLine(role: TagRole): boolean {
  return LINE_ROLES.has(role);
}
