import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkWeapp } from '../../scripts/check-weapp.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'weapp-'));
  writeFileSync(path.join(folder, 'app.json'), '{}');
  writeFileSync(path.join(folder, 'app.js'), 'var a = function () { return 1 };');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the check of a built mini-program', () => {
  it('accepts a small old-fashioned one', () => {
    expect(checkWeapp(folder)).toMatchObject({ total: 35, faults: [] });
  });

  const refused: [string, string, string][] = [
    ['syntax that old phones cannot parse', 'const a = b?.c;', 'x.js does not parse as ECMAScript'],
    ['private members', 'class A { #b = 1 }', 'x.js does not parse as ECMAScript'],
    ['eval', 'var a = eval("1");', 'x.js holds eval'],
    ['new Function', 'var f = new Function("a", "return a");', 'x.js holds eval or new Function'],
  ];
  it.each(refused)('refuses %s', (_name, code, fault) => {
    writeFileSync(path.join(folder, 'x.js'), code);
    expect(checkWeapp(folder).faults.join()).toContain(fault);
  });

  it("lets Taro's own probe for the global object pass", () => {
    writeFileSync(path.join(folder, 'x.js'), 'var g = new Function("return this")();');
    expect(checkWeapp(folder).faults).toEqual([]);
  });

  it('refuses a package over the limit', () => {
    expect(checkWeapp(folder, 34).faults).toEqual([
      'The main package takes 35 bytes, 1 more than its limit of 34.',
    ]);
  });

  it('refuses a folder in which nothing was built', () => {
    rmSync(path.join(folder, 'app.json'));
    expect(() => checkWeapp(folder)).toThrow('app.json');
  });
});
