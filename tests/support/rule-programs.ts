import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Driver, LaunchSettings } from '../../simulator/kit/driver.ts';
import type { RuleId } from '../../simulator/rules/rule-table.ts';

/** One folder a rule: a tiny program, `page.wxml` and `page.js`, that breaks it. */
const PROGRAMS = fileURLToPath(new URL('../fixtures/rules', import.meta.url));

/** What a program needs besides its files, in `case.json`. */
export type RuleCase = {
  /** How it is launched, besides the build. */
  launch?: Partial<Omit<LaunchSettings, 'distDir'>>;
  /** What a person does: by default taps 试 once. */
  steps?: Step[];
  /** It shows only where there is layout. */
  needs?: 'layout';
  /** Files too large to keep, filled with spaces: bytes by path. */
  make?: Record<string, number>;
};

type Step =
  | { tap: string }
  | { wait: string }
  | { do: 'back' | 'share' | 'shareTimeline' | 'addToFavorites' | 'copyUrl' | 'pullDown' };

/** Ids of all rules that have a program. */
export function rulePrograms(): string[] {
  return readdirSync(PROGRAMS).sort();
}

export function readCase(rule: RuleId): RuleCase {
  const file = join(PROGRAMS, rule, 'case.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RuleCase) : {};
}

/** Makes a build of a rule's program in a folder of its own; the caller removes it. */
export function makeRuleProgram(rule: RuleId): { distDir: string; remove: () => void } {
  const distDir = mkdtempSync(join(tmpdir(), 'rule-program-'));
  cpSync(join(PROGRAMS, rule), distDir, { recursive: true });
  rmSync(join(distDir, 'case.json'), { force: true });
  const writeMissing = (file: string, text: string) => {
    if (!existsSync(join(distDir, file))) writeFileSync(join(distDir, file), text);
  };
  writeMissing('app.json', '{ "pages": ["page"], "lazyCodeLoading": "requiredComponents" }');
  writeMissing('app.js', 'App({})\n');
  writeMissing('page.json', '{}');
  for (const [file, bytes] of Object.entries(readCase(rule).make ?? {})) {
    writeMissing(file, ' '.repeat(bytes));
  }
  return { distDir, remove: () => rmSync(distDir, { recursive: true, force: true }) };
}

const DEFAULT_STEPS: Step[] = [{ tap: '试' }];

/** Does with a program what its case says. */
export async function act(driver: Driver, { steps = DEFAULT_STEPS }: RuleCase): Promise<void> {
  for (const step of steps) {
    if ('tap' in step) await driver.tapText(step.tap);
    else if ('wait' in step) await driver.waitForText(step.wait);
    else await driver[step.do]();
  }
}
