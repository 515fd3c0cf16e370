import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const english = read('README.md');
const chinese = read('README.zh-CN.md');
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

const toCommands = (text: string) => [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map((m) => m[1]);
const toLinks = (text: string) =>
  [...text.matchAll(/\]\(([^)]+)\)/g)]
    .map((m) => m[1] ?? '')
    .filter((l) => !l.startsWith('README'));
const toShape = (text: string) =>
  text.split('\n').flatMap((line) => /^(#+|```sh)(?= |$)|^\|/.exec(line)?.[0] ?? []);
const toFirstCells = (text: string) =>
  [...text.matchAll(/^\| (`.*?) \|/gm)].map((m) => (m[1] ?? '').replaceAll('、', ', '));

describe('README.md and README.zh-CN.md', () => {
  it('give the same commands in the same order', () => {
    expect(toCommands(chinese)).toEqual(toCommands(english));
  });

  it('have the same sections, commands and tables in the same order', () => {
    expect(toShape(chinese)).toEqual(toShape(english));
  });

  it('name the same folders and the same documents', () => {
    expect(toFirstCells(chinese)).toEqual(toFirstCells(english));
    expect(toLinks(chinese)).toEqual(toLinks(english));
  });

  it('show the two commands on the first screen', () => {
    expect(english.split('\n').slice(0, 20).join('\n')).toMatch(/npm start[\s\S]*npm test/);
  });

  it('name only scripts that exist', () => {
    const named = [...english.matchAll(/npm (?:run )?([a-z:]+)/g)].map((m) => m[1] ?? '');
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((name) => name !== 'nothing' && !(name in scripts))).toEqual([]);
  });

  it('link only to what exists', () => {
    const missing = toLinks(english).filter(
      (link) => !existsSync(new URL(`../../${link}`, import.meta.url)),
    );
    expect(missing).toEqual([]);
  });
});
