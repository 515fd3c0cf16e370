/** Longest words of a refusal that are kept; WeChat's own take less. */
const MAX_LENGTH = 200;

/** Shorter values can't be told from words. */
const MIN_KNOWN_LENGTH = 6;

/** Where what WeChat adds for its own support begins: ` rid: 5f32-…`, ` hints: [ req_id: … ]`, ` hint: [CYH…]`. */
const SUPPORT_PART = /[\s,]*\b(rid|hints?|req_id)\s*:.*$/is;

/** An address, or a path with a query. */
const ADDRESS = /\S*(:\/\/|\?\w+=)\S*/g;

/** Ids, tokens and secrets are long runs with a digit or of mixed case; `character_string12` has 18 letters. */
const ID = /[\w-]{20,}/g;

/** A phone number, or an id of digits; the parts of an IP address are shorter. */
const LONG_NUMBER = /\d{7,}/g;

/**
 * `errmsg` of a refusal without anything personal or secret, so that it may be logged and shown to an editor.
 * @param known what was sent in this call and may come back: openid, token, secret, code
 */
export function toRefusalWords(errmsg: unknown, known: readonly string[]): string {
  if (typeof errmsg !== 'string') return '';
  const withoutKnown = known
    .filter((value) => value.length >= MIN_KNOWN_LENGTH)
    .reduce((words, value) => words.replaceAll(value, '…'), errmsg);
  return withoutKnown
    .replace(SUPPORT_PART, '')
    .replace(ADDRESS, '…')
    .replace(ID, '…')
    .replace(LONG_NUMBER, '…')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_LENGTH);
}
