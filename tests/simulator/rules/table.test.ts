import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { FACT_LINES } from '../../../simulator/rules/fact-lines.ts';
import { RULES, type RuleId, UNHELD } from '../../../simulator/rules/rule-table.ts';
import { rulePrograms } from '../../support/rule-programs.ts';

const ids = Object.keys(RULES) as RuleId[];

/** Rules about how programs are made stand in WeChat's documents of the framework, not in the sheet. */
const PROGRAM_LINE = 'program';

describe('the table of rules', () => {
  it.each(Object.keys(FACT_LINES))('%s has a rule, or a reason why there is none', (line) => {
    const held = ids.filter((id) => RULES[id].line === line);
    const reasons = UNHELD.filter((one) => one.line === line);
    expect(held.length + reasons.length).toBeGreaterThan(0);
    for (const { reason } of reasons) expect(reason.length).toBeGreaterThan(20);
  });

  it('names no line that the sheet of facts does not have', () => {
    const lines = [...ids.map((id) => RULES[id].line), ...UNHELD.map(({ line }) => line)];
    const unknown = lines.filter((line) => line !== PROGRAM_LINE && !(line in FACT_LINES));
    expect(unknown).toEqual([]);
  });

  it('has one program that breaks each rule, and no program without a rule', () => {
    expect(rulePrograms()).toEqual([...ids].sort());
  });

  it.each(ids)('%s is enforced by a file that names it', (id) => {
    const { where } = RULES[id];
    const file = fileURLToPath(new URL(`../../../${where}`, import.meta.url));
    expect(existsSync(file) ? readFileSync(file, 'utf8') : `${where} is not there`).toContain(
      `'${id}'`,
    );
  });
});

/** `- a line` and what is indented below it, by section: `subscribe-1`, white space folded. */
function parseFacts(sheet: string): Record<string, string> {
  const facts: Record<string, string> = {};
  let section = '';
  let count = 0;
  for (const line of sheet.split('\n')) {
    const heading = /^## (\w+)/.exec(line)?.[1];
    if (heading) {
      section = heading.toLowerCase();
      count = 0;
    } else if (line.startsWith('- ') && section) {
      count += 1;
      facts[`${section}-${count}`] = line.slice(2).trim();
    } else if (line.startsWith('  ') && line.trim() && count > 0) {
      facts[`${section}-${count}`] += ` ${line.trim()}`;
    }
  }
  return facts;
}

const toDigest = (text: string) =>
  createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 12);

describe('the sheet of facts', () => {
  it('is read line by line', () => {
    const sheet =
      '# Title\n- no section\n\n## Sharing now\n- one\n  goes on\n- two\n\n## Events\n- a\n';
    expect(parseFacts(sheet)).toEqual({
      'sharing-1': 'one goes on',
      'sharing-2': 'two',
      'events-1': 'a',
    });
  });

  const file = process.env.FACTS_FILE;
  if (file) {
    it('has the lines that the rules were made from, unchanged', () => {
      const facts = Object.entries(parseFacts(readFileSync(file, 'utf8')));
      expect(Object.fromEntries(facts.map(([line, text]) => [line, toDigest(text)]))).toEqual(
        FACT_LINES,
      );
    });
  }
});
