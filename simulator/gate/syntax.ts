import { type Options, parse } from 'acorn';
import type { Fault, Gate } from './gate.ts';
import { type Build, filesOf, readText } from './read-build.ts';

/** The level of ECMAScript that phones are asked to read, as acorn names it. */
export type EcmaVersion = Options['ecmaVersion'];

/** The one form that Taro's runtime.js holds, and that never runs inside WeChat. */
const TARO_GLOBAL_PROBE = 'new Function("return this")';

/** Every script, dependencies included, parses at the level, and none makes code out of text. */
export function checkSyntax(build: Build, ecmaVersion: EcmaVersion): Gate {
  const scripts = filesOf(build, '.js');
  const faults = scripts.flatMap((file) => checkScript(file, readText(build, file), ecmaVersion));
  if (scripts.length === 0) {
    faults.push({ rule: 'program.files', file: '', message: 'There is no script in the build.' });
  }
  const figures = `${scripts.length} scripts parse as ECMAScript ${ecmaVersion}, without eval or new Function`;
  return { name: 'syntax', figures, faults };
}

function checkScript(file: string, code: string, ecmaVersion: EcmaVersion): Fault[] {
  try {
    const program = parse(code, { ecmaVersion, sourceType: 'script', allowHashBang: false });
    const told = new Set(codeFromText(program, code));
    return [...told].map((what) => ({
      rule: 'language.eval',
      file,
      message: `${file} holds ${what}, which mini-programs refuse`,
    }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `${file} does not parse as ECMAScript ${ecmaVersion} (${reason})`;
    return [{ rule: 'language.syntax', file, message }];
  }
}

type Part = Record<string, unknown> & { type: string; start: number; end: number };

/** Names what makes code out of text, wherever in the script; words in comments and texts are no code. */
function* codeFromText(part: unknown, code: string): Generator<string> {
  if (Array.isArray(part)) {
    for (const one of part) yield* codeFromText(one, code);
    return;
  }
  if (!isPart(part)) return;
  if (part.type === 'NewExpression' || part.type === 'CallExpression') {
    const isProbe = code.slice(part.start, part.end) === TARO_GLOBAL_PROBE;
    const called = toName(part.callee);
    if (called === 'Function' && !isProbe) yield 'new Function';
    if (called === 'eval') yield 'eval';
  }
  for (const value of Object.values(part)) yield* codeFromText(value, code);
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** `eval`, `(0, eval)` and `globalThis.eval` have one name. */
function toName(callee: unknown): string {
  if (!isPart(callee)) return '';
  if (callee.type === 'Identifier') return String(callee.name);
  if (callee.type === 'SequenceExpression') return toName((callee.expressions as unknown[]).at(-1));
  const isGlobal = callee.type === 'MemberExpression' && GLOBALS.has(toName(callee.object));
  return isGlobal ? toName(callee.property) : '';
}

const GLOBALS = new Set(['globalThis', 'global', 'window', 'self']);
