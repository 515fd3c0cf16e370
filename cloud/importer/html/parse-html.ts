import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS } from '../limits.ts';
import { fail, type Result, succeed } from '../result.ts';
import { reasons } from '../words.ts';

/** Stops the parser, which knows no limits of its own; never leaves this file. */
class LimitReached extends Error {}

const ATTRIBUTE = `[\\s/]+[^\\s"'<>/=]+(?:\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'<>]+))?`;
const ENDLESS_TAG = new RegExp(`<[a-z][^\\s"'<>/]*(?:${ATTRIBUTE}){${MAX_ATTRIBUTES + 1}}`, 'i');

/** The parser's own tree, whose growth is watched: 80 KB of unclosed tags can otherwise become gigabytes. */
function toWatchedAdapter(): typeof defaultTreeAdapter {
  let elements = 0;
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    createElement(tag, namespace, attributes) {
      elements += 1;
      if (elements > MAX_ELEMENTS) throw new LimitReached(reasons.tooManyElements(MAX_ELEMENTS));
      return defaultTreeAdapter.createElement(tag, namespace, attributes);
    },
    onItemPush() {
      depth += 1;
      if (depth > MAX_DEPTH) throw new LimitReached(reasons.tooDeep(MAX_DEPTH));
    },
    onItemPop() {
      depth -= 1;
    },
  };
}

/** HTML → parse5's tree, whatever the HTML looks like; refused only where it exceeds `limits.ts`. */
export function parseHtml(html: string): Result<DefaultTreeAdapterTypes.Document> {
  if (html.length > 2 * MAX_ATTRIBUTES && ENDLESS_TAG.test(html))
    return fail(reasons.tooManyAttributes(MAX_ATTRIBUTES));
  try {
    return succeed(parse(html, { treeAdapter: toWatchedAdapter() }));
  } catch (error) {
    if (error instanceof LimitReached) return fail(error.message);
    throw error;
  }
}
