import { resolvePath } from './resolve-path.ts';

/** `a=1&b=%20` → `{a: '1', b: '%20'}`: values stay percent-encoded, as WeChat hands them over. */
export function parseQuery(query: string): Record<string, string> {
  const parsed: Record<string, string> = {};
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    if (at < 0) parsed[pair] = '';
    else parsed[pair.slice(0, at)] = pair.slice(at + 1);
  }
  return parsed;
}

/** A page address without the slash at its start, cut at its first question mark: a value may hold more of them. */
export function cutPageUrl(url: string): { path: string; query: string } {
  const [path = '', ...rest] = url.replace(/^\//, '').split('?');
  return { path, query: rest.join('?') };
}

/** Splits a page address and resolves its path against the page that names it. */
export function parsePageUrl(
  url: string,
  from: string,
): { path: string; query: Record<string, string> } {
  const { path, query } = cutPageUrl(url);
  const named = url.startsWith('/') ? `/${path}` : path;
  return { path: resolvePath(named, from).replace(/\.html$/, ''), query: parseQuery(query) };
}
