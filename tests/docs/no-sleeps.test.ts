import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Where programs run: what they do is waited for, never a length of time. */
const PLACES = ['tests/e2e', 'tests/simulator', 'tests/support', 'jest.config.js'];
/** Programs themselves: one is held alive until it is stopped; WeChat's server takes its time, as that server does. */
const PROGRAMS = [
  path.join('tests', 'support', 'hold-embedded.ts'),
  path.join('tests', 'support', 'wechat-server', path.sep),
];

const TIMERS = ['setTimeout', 'setInterval', 'sleep', 'delay', 'waitForTimeout'];
const RETRIES = ['retryTimes', 'retries'];

/** Sleeps and retries of a script. Programs that it holds as text are not its own. */
function findForbidden(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression: called } = node;
      const name = ts.isPropertyAccessExpression(called) ? called.name.text : called.getText();
      const ofJest = called.getText() === 'jest.setTimeout';
      if (TIMERS.includes(name) && !ofJest) found.push(`${name}()`);
      if (RETRIES.includes(name)) found.push(`${name}()`);
    }
    if (ts.isPropertyAssignment(node) && RETRIES.includes(node.name.getText())) {
      found.push(node.name.getText());
    }
    if (ts.isImportDeclaration(node) && /timers\/promises/.test(node.moduleSpecifier.getText())) {
      found.push('timers/promises');
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('test.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

function listScripts(place: string): string[] {
  if (path.extname(place)) return [place];
  return readdirSync(path.join(ROOT, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter((file) => !PROGRAMS.some((program) => file.startsWith(program)));
}

it('no test of a program sleeps or is tried twice', () => {
  const files = PLACES.flatMap(listScripts);
  expect(files).toContain(path.join('tests', 'e2e', 'journey.test.ts'));
  const found = files.flatMap((file) =>
    findForbidden(readFileSync(path.join(ROOT, file), 'utf8')).map((what) => `${file}: ${what}`),
  );
  expect(found).toEqual([]);
});

it.each([
  ['await new Promise((done) => setTimeout(done, 500));', 'setTimeout()'],
  ["import { setTimeout as pause } from 'node:timers/promises';", 'timers/promises'],
  ['await sleep(500);', 'sleep()'],
  ['await page.waitForTimeout(500);', 'waitForTimeout()'],
  ['jest.retryTimes(3);', 'retryTimes()'],
  ['export default { retries: 2 };', 'retries'],
])('%s is found', (text, what) => {
  expect(findForbidden(text)).toEqual([what]);
});

it.each(['jest.setTimeout(90_000);', "const program = 'setTimeout(run, 0)';"])(
  '%s is none',
  (text) => expect(findForbidden(text)).toEqual([]),
);
