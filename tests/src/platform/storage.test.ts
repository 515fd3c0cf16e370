import { beforeEach, describe, expect, it, jest } from '@jest/globals';

let kept: Record<string, unknown> = {};
let isFull = false;
const refuse = () => {
  if (isFull) throw { errMsg: 'setStorageSync:fail exceed storage max size 10Mb' };
};
jest.unstable_mockModule('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => kept[key] ?? '',
    setStorageSync: (key: string, value: unknown) => {
      refuse();
      kept[key] = value;
    },
    removeStorageSync: (key: string) => {
      refuse();
      delete kept[key];
    },
  },
}));
const { readStored, removeStored, STORED, writeStored } = await import(
  '../../../src/platform/storage.ts'
);

beforeEach(() => {
  jest.spyOn(console, 'warn').mockReturnValue(undefined);
  kept = {};
  isFull = false;
  removeStored(STORED.reports);
});

describe('storage', () => {
  it('gives back what was stored, and undefined where nothing was', () => {
    expect(readStored(STORED.reports)).toBeUndefined();
    writeStored(STORED.reports, [1]);
    expect(readStored(STORED.reports)).toEqual([1]);
    removeStored(STORED.reports);
    expect(readStored(STORED.reports)).toBeUndefined();
  });

  it('remembers what WeChat has no room for, as long as the program runs', () => {
    writeStored(STORED.reports, [1]);
    isFull = true;
    expect(writeStored(STORED.reports, [1, 2])).toBe(false);
    expect(readStored(STORED.reports)).toEqual([1, 2]);
    expect(removeStored(STORED.reports)).toBe(false);
    expect(readStored(STORED.reports)).toBeUndefined();
    isFull = false;
    expect(writeStored(STORED.reports, [3])).toBe(true);
    expect(kept[STORED.reports]).toEqual([3]);
  });
});
