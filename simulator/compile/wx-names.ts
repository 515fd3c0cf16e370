import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

let names: Record<string, string> | undefined;

/**
 * The names of all functions of `wx` and the version that brought each, read from WeChat's own
 * published typings (miniprogram-api-typings). The host uses them to answer "exists" truly and to
 * fail by name.
 */
export function readWxNames(): Record<string, string> {
  names ??= parseWxNames(readFileSync(typingsFile(), 'utf8'));
  return names;
}

function typingsFile(): string {
  const require = createRequire(import.meta.url);
  const root = dirname(require.resolve('miniprogram-api-typings/package.json'));
  return join(root, 'types', 'wx', 'lib.wx.api.d.ts');
}

/** A comment; the name of a member, eight spaces deep, before type arguments or parameters; the end. */
const TOKENS = /\/\*([\s\S]*?)\*\/|^ {8}([a-zA-Z]\w*)[<(]|^ {4}(\})/gm;
/** The function's own version; the one for plug-ins is written without the colon. */
const SINCE = /需要基础库： `([\d.]+)`/;

function parseWxNames(typings: string): Record<string, string> {
  const start = typings.indexOf('\n    interface Wx {');
  const found: Record<string, string> = {};
  let comment = '';
  for (const [, text, name, end] of typings.slice(Math.max(0, start)).matchAll(TOKENS)) {
    if (end && start >= 0) return found;
    if (name === undefined) comment = text ?? '';
    else {
      found[name] ??= SINCE.exec(comment)?.[1] ?? '';
      comment = '';
    }
  }
  throw new Error('miniprogram-api-typings no longer declares "interface Wx": adapt wx-names.ts');
}
