import { posix } from 'node:path';
import postcss, { type AtRule, type Root } from 'postcss';
import { toHostLengths, toMediaLengths } from '../lengths.ts';
import type { CompileProblem } from '../program.ts';
import { rewriteSelector } from './selectors.ts';

type StyleSource = {
  path: string;
  text: string;
  /** Class prefix of a component whose style is its own. */
  scope: string | undefined;
  read: (file: string) => string;
  files: string[];
  problems: CompileProblem[];
};

/**
 * WXSS → CSS. Lengths in rpx and vh become multiples of `--rpx` and `--vh`, which the host sets to
 * the phone's size; element names become the host's (`page` → `wx-page`); `@import` is resolved
 * inside the build; media queries stay, with rpx counted on a phone 375 px wide.
 */
export function compileStyle(source: StyleSource): string {
  const root = parseStyle(`${source.path}.wxss`, source.text, source.problems);
  inlineImports(root, `${source.path}.wxss`, source, new Set([`${source.path}.wxss`]));
  root.walkDecls((declaration) => {
    declaration.value = toHostLengths(declaration.value);
  });
  root.walkAtRules('media', (rule) => {
    rule.params = toMediaLengths(rule.params);
  });
  root.walkRules((rule) => {
    const parent = rule.parent;
    if (parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes')) return;
    rule.selectors = rule.selectors.map((selector) => rewriteSelector(selector, source.scope));
  });
  return root.toString();
}

/** What `url()` names in a style, where it is no address: a style can't load files of the package. */
const LOCAL_FILE = /url\(\s*["']?((?![a-z][a-z\d+.-]*:|\/\/|#)[^"')]+)/i;

/** Reads one file of WXSS, and finds what a style names of the package (framework/view/wxss.html). */
export function parseStyle(file: string, text: string, problems: CompileProblem[]): Root {
  try {
    const root = postcss.parse(text, { from: file });
    root.walkDecls(({ prop, value, source }) => {
      const named = LOCAL_FILE.exec(value)?.[1];
      if (named === undefined) return;
      const message = `${prop}: a style can't load the local file ${named}; use https:, data: or <image/>`;
      problems.push({ file, line: source?.start?.line ?? 0, level: 'error', message });
    });
    return root;
  } catch (error) {
    const line = error instanceof postcss.CssSyntaxError ? (error.line ?? 0) : 0;
    const message = error instanceof Error ? error.message : String(error);
    problems.push({ file, line, level: 'error', message });
    return postcss.root();
  }
}

function inlineImports(root: Root, file: string, source: StyleSource, seen: Set<string>): void {
  root.walkAtRules('import', (rule) => {
    const named = /^(?:url\()?\s*["']?([^"')]+)["']?\s*\)?/.exec(rule.params)?.[1] ?? '';
    const target = named.startsWith('/') ? named.slice(1) : posix.join(posix.dirname(file), named);
    if (!source.files.includes(target)) {
      const line = rule.source?.start?.line ?? 0;
      const message = `${named} is imported but not there`;
      source.problems.push({ file, line, level: 'error', message });
      rule.remove();
      return;
    }
    if (seen.has(target)) {
      rule.remove();
      return;
    }
    seen.add(target);
    const imported = parseStyle(target, source.read(target), source.problems);
    inlineImports(imported, target, source, seen);
    rule.replaceWith(imported.nodes);
  });
}
