import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../../simulator/kit/driver.ts';
import { RULES, type RuleId } from '../../../simulator/rules/rule-table.ts';
import { type AnsweringServer, startAnsweringServer } from '../../support/answering-server.ts';
import { launchers } from '../../support/driver-launchers.ts';
import { act, makeRuleProgram, readCase } from '../../support/rule-programs.ts';

const RUN_RULES = (Object.keys(RULES) as RuleId[]).filter((id) => RULES[id].when === 'run');

let server: AnsweringServer;
beforeAll(async () => {
  server = await startAnsweringServer();
});
afterAll(() => server.stop());

let close: () => Promise<void> = async () => {};
afterEach(() => close());

describe.each(launchers)('a program that breaks a rule is caught in $name', ({ name, launch }) => {
  const rules = RUN_RULES.filter((rule) => name === 'Chromium' || !readCase(rule).needs);

  it.each(rules)('%s', async (rule) => {
    const rulesCase = readCase(rule);
    const { distDir, remove } = makeRuleProgram(rule);
    let driver: Driver | undefined;
    close = async () => {
      await driver?.close();
      remove();
    };
    const hosts = { 'https://api.test': server.origin, 'cloud://container': server.origin };
    driver = await launch({ distDir, hosts, ...rulesCase.launch });
    await act(driver, rulesCase);
    const broken = async () => (await driver?.errors())?.map((entry) => entry.rule) ?? [];
    await driver.waitFor(`rule ${rule} to be named`, async () => (await broken()).includes(rule));
    // A program that breaks one rule is not blamed for another.
    const named = new Set((await broken()).filter((one) => one !== null));
    expect([...named]).toEqual([rule]);
    expect((await driver.errors()).filter(({ source }) => source === 'simulator')).toEqual([]);
    const [entry] = (await driver.errors()).filter((one) => one.rule === rule);
    expect(entry).toMatchObject({ source: 'rule', level: RULES[rule].level });
  });
});
