import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readPrivacyGuide } from '../../scripts/read-privacy-guide.ts';
import { itemOfFunction, itemOfScope } from '../../simulator/wx/privacy-items.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** Functions of Taro or wx that a source calls and that need an item of the privacy guide. */
function personalCalls(source: string): string[] {
  const named = [...source.matchAll(/\b(?:Taro|wx)\s*\.\s*([a-zA-Z]+)/g)];
  return named.flatMap(([, name = '']) => (itemOfFunction(name) ? [name] : []));
}

function sources(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(SRC, file), 'utf8'));
}

describe('the privacy guide that the operator enters', () => {
  it('declares what the mini-program calls, and nothing else', () => {
    const called = new Set(sources().flatMap(personalCalls));
    expect(readPrivacyGuide()).toEqual([...called].sort());
  });

  it('would notice a call that is new', () => {
    expect(personalCalls('Taro.chooseMedia({}); wx.getLocation(); Taro.showToast({})')).toEqual([
      'chooseMedia',
      'getLocation',
    ]);
    expect(itemOfScope('scope.writePhotosAlbum')?.item).toBe('相册（仅写入）权限');
  });
});
