import { afterEach, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { makeTinyProgram } from '../support/tiny-program.ts';

const SOON = { within: 3000 };

let close: () => Promise<void> = async () => {};
afterEach(() => close());

describe.each(launchers)('the language of a mini-program in $name', ({ name, launch }) => {
  /** The engine is the same in both: the whole table runs where a launch is quick. */
  const some = <Case>(cases: Case[]) => (name === 'jsdom' ? cases : cases.slice(0, 1));

  /** Runs `script` in the handler of a tap and gives what was noted until `done` stands on the page. */
  const run = async (script: string): Promise<Driver> => {
    const program = makeTinyProgram({
      'page.wxml': '<view bindtap="act">试</view><view>{{said}}</view>',
      'page.js': `const say = (said) => getCurrentPages()[0].setData({ said });
Page({
  async act() {
    setTimeout(() => say('完'), 0);
    ${script}
  },
});`,
    });
    const driver = await launch({ distDir: program.distDir, hosts: {}, now: 0 });
    close = async () => {
      await driver.close();
      program.remove();
    };
    await driver.tapText('试');
    return driver;
  };
  const rules = async (driver: Driver) => (await driver.errors()).map((entry) => entry.rule);

  it.each(
    some<[string, string]>([
      ['document', 'document.createElement("canvas");'],
      ['document', 'document["title"] = "x";'],
      ['window', 'window.scrollTo(0, 0);'],
      ['fetch', 'await fetch("https://a.test");'],
      ['URL', 'new URL("https://a.test");'],
      ['URLSearchParams', 'return new URLSearchParams("a=1").get("a");'],
      ['AbortController', 'await Promise.resolve().then(() => new AbortController());'],
      ['Intl', 'new Intl.NumberFormat("zh");'],
      ['location', 'const { href } = location; say(href);'],
      ['localStorage', 'setTimeout(() => localStorage.setItem("a", "b"), 0);'],
      ['TextEncoder', 'Promise.resolve().then(() => { new TextEncoder(); });'],
      ['HTMLElement', 'say({} instanceof HTMLElement);'],
      ['window', 'say("fetch" in window);'],
      ['EventTarget', 'class Own extends EventTarget {} new Own();'],
      ['Temporal', 'Temporal.now();'],
    ]),
  )('names %s where it is missed: %s', async (name, script) => {
    const driver = await run(script);
    await driver.waitFor('a rule', async () => (await rules(driver)).length > 0, SOON);
    const [entry, ...others] = await driver.errors();
    expect(others).toEqual([]);
    expect(entry?.message).toMatch(new RegExp(`^language.global: ${name} in page.js:5: `));
    expect(entry?.stack).toContain('page.js');
  });

  it.each(
    some([
      'say(typeof document === "undefined" ? "没有" : document.title);',
      'typeof window !== "undefined" && window.close();',
      'try { fetch("https://a.test"); } catch (error) { say(error.message); }',
      'const URL = class {}; new URL();',
      'const global = new Function("return this")(); say(typeof global.document);',
      'say(new Date("2023-11-15T09:30:00+08:00").getTime() + Date.parse("2023/11/15 09:30:00"));',
      'say(new Date("2023-11-15").getTime() + new Date(2023, 10, 15).getTime() + new Date(0).getTime());',
      'say(new Date(new Date(0).toUTCString()).getTime() + new Date(String(new Date(0))).getTime());',
      'say(String(new Date("不是日期")));',
    ]),
  )('finds no fault with %s', async (script) => {
    const driver = await run(script);
    await driver.waitForText('完', SOON);
    expect(await driver.errors()).toEqual([]);
  });

  it.each(
    some([
      ['a name of its own', 'const parent = undefined; parent.child();'],
      ['a property', 'const page = {}; page.document.write();'],
      ['a guard beside it', 'typeof document; const own = {}; own.list.map(String);'],
    ]),
  )('calls it the program’s own fault where %s is undefined', async (_, script) => {
    const driver = await run(script);
    await driver.waitFor('an error', async () => (await driver.errors()).length > 0, SOON);
    expect(await rules(driver)).toEqual([null]);
  });

  it.each(
    some(['eval("1")', 'new Function("a", "return a")(1)', 'Function("1")', 'setTimeout("1", 0)']),
  )('runs no text as code: %s', async (script) => {
    const driver = await run(`${script};`);
    await driver.waitFor('a rule', async () => (await rules(driver)).includes('language.eval'));
  });

  it.each(some(['2023-11-15 09:30', '2023-11-15T09:30:00+0800', 'Nov 15, 2023', '2023-1-5']))(
    'reads %s as Invalid Date',
    async (text) => {
      const driver = await run(
        `setTimeout(() => say(String(new Date("${text}")) + Date.parse("${text}")), 20);`,
      );
      await driver.waitForText('Invalid DateNaN');
      expect(await rules(driver)).toEqual(['language.date', 'language.date']);
    },
  );
});
