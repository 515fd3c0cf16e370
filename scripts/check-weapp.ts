/**
 * Holds dist/weapp against what WeChat accepts and against our own limit, and prints the figures:
 * one line a gate, and the largest files.
 */
import { fileURLToPath } from 'node:url';
import syntaxLevel from '../config/syntax-level.cjs';
import { runGates } from '../simulator/gate/check-program.ts';
import type { Gate } from '../simulator/gate/gate.ts';
import { listSizes } from '../simulator/gate/read-build.ts';

/** Our own limit; WeChat's is 2 MB (docs/wechat.md, Performance). An empty Taro 4.2.1 build takes 305 KB, the tabs 通知 and 我的 65, all kinds of blocks 16. */
export const MAIN_PACKAGE_LIMIT = 540 * 1024;

export interface WeappReport {
  /** Bytes of all files, and of each, largest first. */
  total: number;
  files: { name: string; bytes: number }[];
  gates: Gate[];
  /** One sentence each, with the rule's id; empty when everything holds. */
  faults: string[];
}

/** Reads a built mini-program. Throws when the folder holds no app.json: nothing was built. */
export function checkWeapp(folder: string, limit = MAIN_PACKAGE_LIMIT): WeappReport {
  const gates = runGates(folder, { ecmaVersion: syntaxLevel.ecmaVersion, everyPageShares: true });
  const faults = gates.flatMap((gate) => gate.faults.map(toSentence));
  const files = [...listSizes(folder)]
    .map(([name, bytes]) => ({ name, bytes }))
    .sort((a, b) => b.bytes - a.bytes);
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  if (total > limit) {
    faults.push(
      `The main package takes ${total} bytes, ${total - limit} more than its limit of ${limit}.`,
    );
  }
  return { total, files, gates, faults };
}

function toSentence({ rule, message }: Gate['faults'][number]): string {
  const advice = rule === 'language.syntax' ? ': name the dependency in mini.compile.include' : '';
  return `${rule}: ${message}${advice}`;
}

const toKb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

function main(): void {
  const folder = fileURLToPath(new URL('../dist/weapp', import.meta.url));
  const report = checkWeapp(folder);
  for (const { name, bytes } of report.files.slice(0, 10)) {
    console.log(`${toKb(bytes).padStart(10)}  ${name}`);
  }
  console.log(
    `${toKb(report.total).padStart(10)}  main package; our own limit ${toKb(MAIN_PACKAGE_LIMIT)}`,
  );
  for (const { name, figures, faults } of report.gates) {
    console.log(`${faults.length > 0 ? '✗' : '✓'} ${name}: ${figures}`);
  }
  for (const fault of report.faults) console.error(`✗ ${fault}`);
  if (report.faults.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
