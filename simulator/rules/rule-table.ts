import { DISPLAY_RULES, DISPLAY_UNHELD } from './display.ts';
import { EVENTS_RULES, EVENTS_UNHELD } from './events.ts';
import { IDENTITY_RULES, IDENTITY_UNHELD } from './identity.ts';
import { PERFORMANCE_RULES, PERFORMANCE_UNHELD } from './performance.ts';
import { PROGRAM_RULES } from './program.ts';
import type { Rule, Unheld } from './rule.ts';
import { SHARING_RULES, SHARING_UNHELD } from './sharing.ts';
import { SUBSCRIBE_RULES, SUBSCRIBE_UNHELD } from './subscribe.ts';

const TABLE = {
  ...SUBSCRIBE_RULES,
  ...SHARING_RULES,
  ...IDENTITY_RULES,
  ...DISPLAY_RULES,
  ...PERFORMANCE_RULES,
  ...EVENTS_RULES,
  ...PROGRAM_RULES,
};

/** Names one rule everywhere: in the ledger, in the audit's table and as a folder of the tests. */
export type RuleId = keyof typeof TABLE;

/** Every rule that is held against a program, by id. docs/wechat.md is written from this table. */
export const RULES: Readonly<Record<RuleId, Rule>> = TABLE;

/** What WeChat says beside, and why it is not held. */
export const UNHELD: readonly Unheld[] = [
  ...SUBSCRIBE_UNHELD,
  ...SHARING_UNHELD,
  ...IDENTITY_UNHELD,
  ...DISPLAY_UNHELD,
  ...PERFORMANCE_UNHELD,
  ...EVENTS_UNHELD,
];
