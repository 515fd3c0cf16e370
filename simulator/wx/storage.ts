import { utf8Length } from '../record/utf8-length.ts';
import { type ApiGroup, async, Refusal, sync } from './api.ts';

/** WeChat's limits: one key 1 MB, all keys 10 MB. */
const KEY_LIMIT = 1024 * 1024;
const TOTAL_LIMIT_KB = 10 * 1024;

export const storageApis: ApiGroup = ({ storage }) => {
  const refuse = (key: unknown, data: unknown): string | null => {
    if (typeof key !== 'string' || key === '') return 'parameter error: key should be a text';
    if (utf8Length(JSON.stringify(data) ?? '') > KEY_LIMIT) return 'entry size limit reached';
    return storage.size() > TOTAL_LIMIT_KB ? 'exceed storage max size 10Mb' : null;
  };
  const info = () => ({
    keys: storage.keys(),
    currentSize: storage.size(),
    limitSize: TOTAL_LIMIT_KB,
  });
  return {
    setStorage: async(({ key, data }) => {
      const refused = refuse(key, data);
      if (refused) return new Refusal(refused);
      storage.set(String(key), data);
      return {};
    }),
    setStorageSync: sync((key: string, data: unknown) => {
      const refused = refuse(key, data);
      if (refused) throw new Error(`setStorageSync:fail ${refused}`);
      storage.set(key, data);
    }),
    getStorage: async(({ key }) => {
      const { found, value } = storage.get(String(key));
      return found ? { data: value } : new Refusal('data not found');
    }),
    getStorageSync: sync((key: string) => storage.get(key).value),
    removeStorage: async(({ key }) => {
      storage.remove(String(key));
      return {};
    }),
    removeStorageSync: sync((key: string) => storage.remove(key)),
    clearStorage: async(() => {
      storage.clear();
      return {};
    }),
    clearStorageSync: sync(() => storage.clear()),
    getStorageInfo: async(info),
    getStorageInfoSync: sync(info),
  };
};
