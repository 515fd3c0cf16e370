import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkWeapp } from '../../scripts/check-weapp.ts';

let folder: string;
const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'weapp-'));
  write('app.json', '{ "pages": ["page"], "lazyCodeLoading": "requiredComponents" }');
  write('app.js', 'App({});');
  write('page.json', '{}');
  write('page.wxml', '<view></view>');
  write('page.js', 'Page({ onShareAppMessage: f, onShareTimeline: f });');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the check of a built mini-program', () => {
  it('accepts a small old-fashioned one and tells its size', () => {
    expect(checkWeapp(folder)).toMatchObject({ total: 136, faults: [] });
  });

  const refused: [string, string, string][] = [
    ['syntax that old phones cannot parse', 'const a = b?.c;', 'x.js does not parse as ECMAScript'],
    ['private members', 'class A { #b = 1 }', 'x.js does not parse as ECMAScript'],
    ['eval', 'var a = eval("1");', 'x.js holds eval'],
    ['new Function', 'var f = new Function("a", "return a");', 'x.js holds new Function'],
    ['eval by a detour', '(0, eval)("1");', 'x.js holds eval'],
    ['eval of the global object', 'globalThis.eval("1");', 'x.js holds eval'],
    ['Function without new', 'var f = Function("return 1");', 'x.js holds new Function'],
  ];
  it.each(refused)('refuses %s', (_name, code, fault) => {
    write('x.js', code);
    expect(checkWeapp(folder).faults.join()).toContain(fault);
  });

  it('lets words about it pass', () => {
    const code = '// no eval(1), no new Function\nvar s = "eval(1)"; a.eval(1);';
    writeFileSync(path.join(folder, 'x.js'), code);
    expect(checkWeapp(folder).faults).toEqual([]);
  });

  it("lets Taro's own probe for the global object pass", () => {
    write('x.js', 'var g = new Function("return this")();');
    expect(checkWeapp(folder).faults).toEqual([]);
  });

  it('refuses a page that cannot be shared', () => {
    write('page.js', 'Page({});');
    expect(checkWeapp(folder).faults.join()).toContain('share.offered: page.js');
  });

  it('refuses a package over our own limit', () => {
    expect(checkWeapp(folder, 135).faults).toEqual([
      'The main package takes 136 bytes, 1 more than its limit of 135.',
    ]);
  });

  it('holds every gate', () => {
    const names = checkWeapp(folder).gates.map((gate) => gate.name);
    expect(names).toEqual([
      ...['wxml and wxs', 'wxss', 'syntax', 'package sizes', 'tab bar icons', 'theme'],
      ...['lazy code', 'sharing', 'program files'],
    ]);
  });

  it('refuses a folder in which nothing was built', () => {
    rmSync(path.join(folder, 'app.json'));
    expect(() => checkWeapp(folder)).toThrow('app.json');
  });
});
