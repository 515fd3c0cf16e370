import { copyFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { audit } from '../../../simulator/audit/audit.ts';
import { AUDIT_RULES } from '../../../simulator/audit/judge.ts';
import { failures } from '../../../simulator/audit/report.ts';
import { RULES, type RuleId } from '../../../simulator/rules/rule-table.ts';
import { launchers } from '../../support/driver-launchers.ts';
import { makeRuleProgram, readCase, rulePrograms } from '../../support/rule-programs.ts';

// A rule's program is walked twice, in light and in dark, on a machine that may be busy.
jest.setTimeout(60_000);

const AUDITED = (Object.keys(RULES) as RuleId[]).filter((id) => RULES[id].when === 'audit');
const ASSETS = fileURLToPath(new URL('../../../src/assets', import.meta.url));

/** Pictures of the size that their path names, kept or not; everything else is one answer. */
const server = createServer(({ url = '' }, answer) => {
  const [, width, height, keeping] = /^\/(\d+)x(\d+)\/(kept|new)\//.exec(url) ?? [];
  answer.setHeader('cache-control', keeping === 'kept' ? 'max-age=600' : 'no-store');
  if (width === undefined) return answer.end('{"same":true}');
  answer.setHeader('content-type', 'image/svg+xml');
  return answer.end(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"></svg>`,
  );
});
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => new Promise((done) => server.close(done)));

/** What the pages have in common: pictures to share. */
function addPictures(distDir: string): void {
  copyFileSync(join(ASSETS, 'share-default.png'), join(distDir, 'card.png'));
  copyFileSync(join(ASSETS, 'share-default-square.png'), join(distDir, 'square.png'));
}

async function failedRules(rule: RuleId): Promise<string[]> {
  const { distDir, remove } = makeRuleProgram(rule);
  try {
    addPictures(distDir);
    const { port } = server.address() as AddressInfo;
    const hosts = { 'https://data.example': `http://127.0.0.1:${port}` };
    const settings = { distDir, hosts, ...readCase(rule).launch };
    const stop = { name: rule, page: 'page', ready: '试', acts: [] };
    return failures(await audit([stop], settings)).map((row) => row.rule);
  } finally {
    remove();
  }
}

it('knows every rule of the audit', () => {
  const held = new Set<string>(AUDIT_RULES.map(({ rule }) => rule));
  expect(AUDITED.filter((rule) => !held.has(rule))).toEqual([]);
  expect(AUDITED.filter((rule) => !rulePrograms().includes(rule))).toEqual([]);
});

// The audit measures layout, so it needs a browser.
for (const { name } of launchers.filter((launcher) => launcher.name === 'Chromium')) {
  describe(`a program that breaks a rule fails the audit in ${name}`, () => {
    it.each(AUDITED)('%s', async (rule) => {
      expect(await failedRules(rule)).toEqual([rule]);
    });
  });
}
