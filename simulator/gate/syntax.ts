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
  const faults: Fault[] = [];
  try {
    parse(code, { ecmaVersion, sourceType: 'script', allowHashBang: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `${file} does not parse as ECMAScript ${ecmaVersion} (${reason})`;
    faults.push({ rule: 'language.syntax', file, message });
  }
  const rest = code.replaceAll(TARO_GLOBAL_PROBE, '');
  if (/\bnew Function\b|(?<![.\w$])eval\s*\(/.test(rest)) {
    const message = `${file} holds eval or new Function, which mini-programs refuse`;
    faults.push({ rule: 'language.eval', file, message });
  }
  return faults;
}
