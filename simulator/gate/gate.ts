import type { RuleId } from '../rules/rule-table.ts';

/** One thing in a build's files that WeChat refuses or gets wrong. */
export type Fault = {
  rule: RuleId;
  /** Path inside the build, with `/`. */
  file: string;
  /** One sentence, which names the file and says what is wrong with it. */
  message: string;
};

/** One look at a build: what was held, in figures, and what was found. */
export type Gate = { name: string; figures: string; faults: Fault[] };
