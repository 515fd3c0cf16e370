/** Pseudo-classes whose argument is itself a selector. */
const SELECTOR_ARGUMENTS = new Set(['not', 'is', 'where', 'has', 'matches', 'host', 'slotted']);

const NAME = /^-?[_a-zA-Z\u0080-\uffff](?:[-_a-zA-Z0-9\u0080-\uffff]|\\.)*/;

/**
 * Rewrites one WXSS selector for the host: element names get the prefix that the host gives its
 * elements (`view` → `wx-view`), class names the prefix of the component they belong to.
 */
export function rewriteSelector(selector: string, scope: string | undefined): string {
  let out = '';
  let rest = selector;
  while (rest !== '') {
    const [written, taken] = rewriteNext(rest, scope);
    out += written;
    rest = rest.slice(taken);
  }
  return out;
}

function rewriteNext(rest: string, scope: string | undefined): [written: string, taken: number] {
  const first = rest.charAt(0);
  if (first === '[') {
    const end = closing(rest, '[', ']');
    return [rest.slice(0, end), end];
  }
  if (first === ':') return rewritePseudo(rest, scope);
  if (first === '\\') return [rest.slice(0, 2), 2];
  if (first === '.' || first === '#') {
    const name = NAME.exec(rest.slice(1))?.[0] ?? '';
    const prefix = first === '.' && scope && name ? `${scope}--` : '';
    return [`${first}${prefix}${name}`, 1 + name.length];
  }
  const element = NAME.exec(rest)?.[0];
  if (element) return [`wx-${element}`, element.length];
  return [first, 1];
}

function rewritePseudo(rest: string, scope: string | undefined): [written: string, taken: number] {
  const colons = rest.startsWith('::') ? 2 : 1;
  const name = NAME.exec(rest.slice(colons))?.[0] ?? '';
  const head = colons + name.length;
  if (rest.charAt(head) !== '(') return [rest.slice(0, head), Math.max(head, 1)];
  const end = head + closing(rest.slice(head), '(', ')');
  const argument = rest.slice(head + 1, end - 1);
  const rewritten = SELECTOR_ARGUMENTS.has(name) ? rewriteSelector(argument, scope) : argument;
  return [`${rest.slice(0, head)}(${rewritten})`, end];
}

/** Length of the bracketed part that `text` starts with, quotes respected. */
function closing(text: string, open: string, close: string): number {
  let depth = 0;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === open) depth += 1;
    else if (char === close) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}
