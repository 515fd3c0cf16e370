import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_SETTINGS,
  fromSearch,
  toNow,
  toPreset,
  toSearch,
  withCode,
  withoutCode,
} from '../../simulator/page/desk-state.ts';

const settings = { ...DEFAULT_SETTINGS };
const nowhere = { path: '', query: '' };

describe('the address of the page for people', () => {
  it('says nothing of what is usual', () => {
    expect(toSearch(nowhere, settings)).toBe('');
  });

  it.each([
    [
      { path: 'pages/a/a', query: 'id=1&w=%E5%A5%BD' },
      { theme: 'dark', now: '2026-01-02T03:04' },
    ],
    [
      { path: 'pages/a/a', query: '' },
      { scene: '1047', code: 'a=1&b' },
    ],
    [nowhere, { remember: 'yes', scan: '签到 7' }],
  ])('is read back as it was: %j %j', (place, changed) => {
    const all = { ...settings, ...changed };
    expect(fromSearch(toSearch(place, all), null)).toEqual({ ...place, settings: all });
  });

  it('counts before what the last visit has kept', () => {
    const kept = toSearch(nowhere, { ...settings, theme: 'dark' });
    expect(fromSearch('', kept).settings.theme).toBe('dark');
    expect(fromSearch('network=none', kept).settings).toEqual({ ...settings, network: 'none' });
  });
});

describe('what a code holds', () => {
  it.each([
    ['1047', 'a=1', 'id=2', 'id=2&scene=a%3D1'],
    ['1011', 'https://x.test/?a', '', 'q=https%3A%2F%2Fx.test%2F%3Fa'],
    ['1001', 'a=1', 'id=2', 'id=2'],
    ['1047', '', 'id=2', 'id=2'],
  ])('with scene %s and "%s" is in the query of the page', (scene, code, query, whole) => {
    const chosen = { ...settings, scene, code };
    expect(withCode(query, chosen)).toBe(whole);
    expect(withoutCode(whole, chosen)).toBe(query);
  });
});

describe('what a phone is started with', () => {
  it('takes the clock as China’s time, and none for the present', () => {
    expect(toNow({ ...settings, now: '2026-11-25T09:30' })).toBe(Date.UTC(2026, 10, 25, 1, 30));
    expect(toPreset(settings)).not.toHaveProperty('now');
  });

  it('cancels a scan where nothing is there to read', () => {
    expect(toPreset(settings).user?.scan).toBeNull();
    expect(toPreset({ ...settings, scan: 'x' }).user?.scan).toBe('x');
  });
});
