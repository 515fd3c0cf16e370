import Taro from '@tarojs/taro';
import { logNotice } from './log.ts';
import { toErrMsg } from './wechat-call.ts';

/** Every key that the program stores below: what belongs to a person goes with the account (session.ts). */
export const STORED = {
  session: 'session',
  signedOut: 'signed-out',
  reports: 'subscribe-reports',
  recentChannel: 'recent-channel',
} as const;
export type StoredKey = (typeof STORED)[keyof typeof STORED];

/** What WeChat refused to store, as its room may be used up: good until the program is closed. */
const unstored = new Map<StoredKey, unknown>();

/** What a key holds; undefined where there is nothing, or where it can't be read. Whoever reads it checks its shape. */
export function readStored(key: StoredKey): unknown {
  if (unstored.has(key)) return unstored.get(key);
  try {
    const value: unknown = Taro.getStorageSync(key);
    // WeChat's answer for a key that it doesn't have.
    return value === '' ? undefined : value;
  } catch (refusal) {
    logNotice(`${key} could not be read: ${toErrMsg(refusal)}`);
    return undefined;
  }
}

/** Stores JSON under a key. False when WeChat refused; it is remembered then until the program is closed. */
export function writeStored(key: StoredKey, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value);
    unstored.delete(key);
    return true;
  } catch (refusal) {
    logNotice(`${key} could not be stored: ${toErrMsg(refusal)}`);
    unstored.set(key, value);
    return false;
  }
}

/** False when WeChat refused; the key reads as empty all the same until the program is closed. */
export function removeStored(key: StoredKey): boolean {
  try {
    Taro.removeStorageSync(key);
    unstored.delete(key);
    return true;
  } catch (refusal) {
    logNotice(`${key} could not be removed: ${toErrMsg(refusal)}`);
    unstored.set(key, undefined);
    return false;
  }
}
