import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chromiumPath } from '../../simulator/kit/chromium-path.ts';
import { findLaunchers } from '../support/driver-launchers.ts';

describe('where Chromium is found', () => {
  let first = '';
  let second = '';
  let nowhere = '';

  beforeEach(() => {
    first = mkdtempSync(join(tmpdir(), 'chromium-path-'));
    second = mkdtempSync(join(tmpdir(), 'chromium-path-'));
    nowhere = join(first, 'nowhere');
  });

  afterEach(() => {
    for (const folder of [first, second]) rmSync(folder, { recursive: true });
  });

  const place = (folder: string, name: string) => {
    const file = join(folder, name);
    writeFileSync(file, '');
    return file;
  };
  const find = (more: Record<string, string> = {}, lastPlace = nowhere) =>
    chromiumPath({ PATH: [first, second].join(delimiter), ...more }, lastPlace);

  it('is CHROMIUM_PATH before all, there or not', () => {
    place(first, 'chromium');
    expect(find({ CHROMIUM_PATH: nowhere })).toBe(nowhere);
  });

  it('is the first of the usual names, wherever on PATH', () => {
    const chrome = place(first, 'google-chrome');
    expect(find()).toBe(chrome);
    const browser = place(second, 'chromium-browser');
    expect(find()).toBe(browser);
    const chromium = place(second, 'chromium');
    expect(find({ CHROMIUM_PATH: '' })).toBe(chromium);
    const shell = place(second, 'chromium-headless-shell');
    expect(find()).toBe(shell);
  });

  it('is the last place when PATH has none, and nowhere when that is empty too', () => {
    expect(find()).toBeUndefined();
    const last = place(first, 'last');
    expect(find({}, last)).toBe(last);
  });

  it('makes a required Chromium that is missing an error that says what to do', () => {
    expect(() => findLaunchers(undefined, true)).toThrow('install it or set CHROMIUM_PATH');
    expect(() => findLaunchers(nowhere, true)).toThrow(`No Chromium at ${nowhere}`);
    expect(findLaunchers(undefined, false).map(({ name }) => name)).toEqual(['jsdom']);
    expect(findLaunchers(place(first, 'chromium'), true)).toHaveLength(2);
  });
});
