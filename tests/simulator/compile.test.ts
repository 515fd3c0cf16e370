import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compileProgram } from '../../simulator/compile/compile-program.ts';

const SOUND = {
  'app.json': '{"pages":["a/a"]}',
  'app.js': 'App({})',
  'a/a.json': '{}',
  'a/a.js': 'Page({})',
  'a/a.wxml': '<view>{{x}}</view>',
};

describe('faults of a build are named by file', () => {
  let dir = '';

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'simulator-compile-'));
  });

  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  const problemsOf = (files: Record<string, string>) => {
    for (const [file, text] of Object.entries({ ...SOUND, ...files })) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), text);
    }
    return compileProgram(dir).problems.map(({ file, line }) => [file, line]);
  };

  it.each<[string, Record<string, string>, [string, number][]]>([
    ['a sound one', {}, []],
    ['an open expression', { 'a/a.wxml': '<view>\n{{x</view>' }, [['a/a.wxml', 2]]],
    ['a missing import', { 'a/a.wxml': '<import src="./b.wxml"/>' }, [['a/a.wxml', 0]]],
    ['a missing script', { 'a/a.wxml': '<wxs module="m" src="./m.wxs"/>' }, [['a/a.wxml', 0]]],
    ['broken JSON', { 'a/a.json': '{' }, [['a/a.json', 0]]],
    ['a missing page', { 'app.json': '{"pages":["a/a","b/b"]}' }, [['b/b.wxml', 0]]],
  ])('%s', (_, files, problems) => {
    expect(problemsOf(files)).toEqual(expect.arrayContaining(problems));
    if (problems.length === 0) expect(problemsOf(files)).toEqual([]);
  });

  it('says what to do when there is no build', () => {
    expect(() => compileProgram(dir)).toThrow('build the mini-program first');
  });
});
