/**
 * Holds dist/weapp against its limits and prints the figures: size of the main package, the ECMAScript level that its
 * scripts are written in (dependencies included), and code that WeChat refuses to run.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Options, parse } from 'acorn';
import syntaxLevel from '../config/syntax-level.cjs';

/** Our own limit; WeChat's is 2 MB (docs/wechat.md, Performance). An empty Taro 4.2.1 build takes 305 KB. */
export const MAIN_PACKAGE_LIMIT = 460 * 1024;

/** The one form that Taro's runtime.js holds, and that never runs inside WeChat. */
const TARO_GLOBAL_PROBE = 'new Function("return this")';

export interface WeappReport {
  /** Bytes of all files, and of each, largest first. */
  total: number;
  files: { name: string; bytes: number }[];
  /** One sentence each; empty when everything holds. */
  faults: string[];
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function checkScript(name: string, code: string, ecmaVersion: Options['ecmaVersion']): string[] {
  const faults: string[] = [];
  try {
    parse(code, { ecmaVersion, sourceType: 'script', allowHashBang: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    faults.push(
      `${name} does not parse as ECMAScript ${ecmaVersion} (${reason}): name the dependency in mini.compile.include.`,
    );
  }
  const rest = code.replaceAll(TARO_GLOBAL_PROBE, '');
  if (/\bnew Function\b|(?<![.\w$])eval\s*\(/.test(rest)) {
    faults.push(`${name} holds eval or new Function, which mini-programs refuse.`);
  }
  return faults;
}

/** Reads a built mini-program. Throws when the folder holds no app.json: nothing was built. */
export function checkWeapp(folder: string, limit = MAIN_PACKAGE_LIMIT): WeappReport {
  statSync(path.join(folder, 'app.json'));
  const paths = listFiles(folder);
  const files = paths
    .map((file) => ({ name: path.relative(folder, file), bytes: statSync(file).size }))
    .sort((a, b) => b.bytes - a.bytes);
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const scripts = paths.filter((file) => file.endsWith('.js'));
  const faults = scripts.flatMap((file) =>
    checkScript(path.relative(folder, file), readFileSync(file, 'utf8'), syntaxLevel.ecmaVersion),
  );
  if (scripts.length === 0) faults.push('There is no script in the build.');
  if (total > limit) {
    faults.push(
      `The main package takes ${total} bytes, ${total - limit} more than its limit of ${limit}.`,
    );
  }
  return { total, files, faults };
}

const toKb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

function main(): void {
  const folder = fileURLToPath(new URL('../dist/weapp', import.meta.url));
  const report = checkWeapp(folder);
  for (const { name, bytes } of report.files.slice(0, 10)) {
    console.log(`${toKb(bytes).padStart(10)}  ${name}`);
  }
  console.log(
    `${toKb(report.total).padStart(10)}  main package; limit ${toKb(MAIN_PACKAGE_LIMIT)}`,
  );
  console.log(`${'ES'.padStart(7)}${syntaxLevel.ecmaVersion}  level at which every script parses`);
  for (const fault of report.faults) console.error(`✗ ${fault}`);
  if (report.faults.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
