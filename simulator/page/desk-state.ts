import type { Network, Theme } from '../host/launch-options.ts';
import type { SubscribeAnswer, UserAnswers } from '../host/phone/setting.ts';
import { phoneOf } from './desk-phones.ts';
import type { Preset } from './preset.ts';

/** All choices of the desk, as the texts of its form and of its address. */
export type Settings = Record<keyof typeof DEFAULT_SETTINGS, string>;

export const DEFAULT_SETTINGS = {
  /** WeChat's number of the way in. */
  scene: '1001',
  /** What a scanned code holds; only for the ways in `CODE_NAMES`. */
  code: '',
  phone: 'standard',
  network: 'wifi',
  theme: 'light',
  textSize: '17',
  /** `ask` shows what WeChat shows; so do the next two. */
  subscribe: 'ask',
  /** `yes` or empty. */
  remember: '',
  /** WeChat's main switch for messages: `on` or `off`. */
  subscribeSwitch: 'on',
  privacy: 'ask',
  permission: 'ask',
  /** What the camera reads; empty cancels. */
  scan: '',
  /** `2026-11-25T09:30` in China's time; empty is the real present. */
  now: '',
};

/** A page and its query, percent-encoded and without `?`. */
export type Place = { path: string; query: string };

/** The name under which a page gets what a scanned code holds, by scene. */
export const CODE_NAMES: Record<string, string> = { '1011': 'q', '1047': 'scene' };

const NAMES = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];

/** The search part of the desk's address: what differs from the defaults. */
export function toSearch({ path, query }: Place, settings: Settings): string {
  const search = new URLSearchParams();
  if (path) search.set('path', path);
  if (query) search.set('query', query);
  for (const name of NAMES) {
    if (settings[name] !== DEFAULT_SETTINGS[name]) search.set(name, settings[name]);
  }
  return search.toString();
}

/** Reads `toSearch` back. Settings of an empty one come from `kept`, the JSON of the last visit. */
export function fromSearch(text: string, kept: string | null): Place & { settings: Settings } {
  const search = new URLSearchParams(text);
  const settings: Settings = { ...DEFAULT_SETTINGS };
  const source = search.size > 0 || kept === null ? search : new URLSearchParams(kept);
  for (const name of NAMES) settings[name] = source.get(name) ?? settings[name];
  return { path: search.get('path') ?? '', query: search.get('query') ?? '', settings };
}

/** The query that a page gets: with what the code holds, where one was scanned. */
export function withCode(query: string, settings: Settings): string {
  const pair = toCodePair(settings);
  return [query, pair].filter((part) => part !== '').join('&');
}

/** Takes what `withCode` has added out again. */
export function withoutCode(query: string, settings: Settings): string {
  const pair = toCodePair(settings);
  return query
    .split('&')
    .filter((part) => part !== pair)
    .join('&');
}

function toCodePair({ scene, code }: Settings): string {
  const name = CODE_NAMES[scene];
  return name && code ? `${name}=${encodeURIComponent(code)}` : '';
}

export function toUser(settings: Settings): Partial<UserAnswers> {
  return {
    subscribe: { '*': settings.subscribe as SubscribeAnswer },
    rememberSubscribe: settings.remember === 'yes',
    subscribeSwitch: settings.subscribeSwitch === 'on',
    settingsVisit: 'ask',
    privacy: settings.privacy as UserAnswers['privacy'],
    permission: settings.permission as UserAnswers['permission'],
    scan: settings.scan === '' ? null : settings.scan,
  };
}

/** The chosen moment in epoch milliseconds; undefined for the real present. */
export function toNow({ now }: Settings): number | undefined {
  const moment = Date.parse(`${now}+08:00`);
  return Number.isNaN(moment) ? undefined : moment;
}

/** What a phone is started with, besides the page and the way in. */
export function toPreset(settings: Settings): Preset {
  const now = toNow(settings);
  return {
    network: settings.network as Network,
    theme: settings.theme as Theme,
    textSize: Number(settings.textSize),
    user: toUser(settings),
    bars: phoneOf(settings.phone).bars,
    ...(now === undefined ? {} : { now }),
  };
}
