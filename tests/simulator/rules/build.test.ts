import { afterEach, describe, expect, it } from '@jest/globals';
import { checkProgram } from '../../../simulator/gate/check-program.ts';
import { RULES, type RuleId } from '../../../simulator/rules/rule-table.ts';
import { makeRuleProgram } from '../../support/rule-programs.ts';

const BUILD_RULES = (Object.keys(RULES) as RuleId[]).filter((id) => RULES[id].when === 'build');

let remove = () => {};
afterEach(() => remove());

describe('a build that breaks a rule is caught by its files', () => {
  it.each(BUILD_RULES)('%s', (rule) => {
    const program = makeRuleProgram(rule);
    remove = program.remove;
    const faults = checkProgram(program.distDir, { ecmaVersion: 2017 });
    // One that breaks one rule is not blamed for another.
    expect([...new Set(faults.map((fault) => fault.rule))]).toEqual([rule]);
    for (const { file, message } of faults) {
      expect(file).not.toBe('');
      expect(message).toContain(file);
    }
  });
});
