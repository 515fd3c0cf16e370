import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { WECHAT_FACTS_FILE, writeWechatFacts } from '../../scripts/write-wechat-facts.ts';
import { RULES, UNHELD } from '../../simulator/rules/rule-table.ts';

it('docs/wechat.md says what the table of rules says (npm run generate)', () => {
  const text = readFileSync(WECHAT_FACTS_FILE, 'utf8');
  expect(text).toBe(writeWechatFacts());
  const lines = text.split('\n').filter((line) => line.startsWith('- '));
  expect(lines).toHaveLength(Object.keys(RULES).length + UNHELD.length);
});
