import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

let names: string[] | undefined;

/**
 * The names of all functions of `wx`, read from WeChat's own published typings
 * (miniprogram-api-typings). The host uses them to answer "exists" truly and to fail by name.
 */
export function readWxNames(): string[] {
  names ??= parseWxNames(readFileSync(typingsFile(), 'utf8'));
  return names;
}

function typingsFile(): string {
  const require = createRequire(import.meta.url);
  const root = dirname(require.resolve('miniprogram-api-typings/package.json'));
  return join(root, 'types', 'wx', 'lib.wx.api.d.ts');
}

function parseWxNames(source: string): string[] {
  const typings = source.replace(/\/\*[\s\S]*?\*\//g, '');
  const start = typings.indexOf('\n    interface Wx {');
  const end = typings.indexOf('\n    }', start);
  if (start < 0 || end < 0) {
    throw new Error('miniprogram-api-typings no longer declares "interface Wx": adapt wx-names.ts');
  }
  const members = typings.slice(start, end).matchAll(/^ {8}([a-zA-Z]\w*)(?:<[^\n]*>)?\(/gm);
  return [...new Set([...members].map((member) => member[1] as string))].sort();
}
