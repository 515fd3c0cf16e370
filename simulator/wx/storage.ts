import type { Host } from '../host/host.ts';
import { type Answer, type ApiGroup, async, type Options, Refusal, sync } from './api.ts';
import { noteNotModelled } from './not-modelled.ts';
import { wrongTypeReason } from './refusals.ts';

/** WeChat's limits in bytes: one key with its name 1 MB, all keys 10 MB (framework/ability/storage.html). */
const KEY_LIMIT = 1024 * 1024;
const TOTAL_LIMIT = 10 * 1024 * 1024;

/** wx.setStorage and its kin; what is refused leaves the key as it was. */
export const storageApis: ApiGroup = (host) => {
  const { storage } = host;
  const info = () => ({
    keys: storage.keys(),
    currentSize: Math.ceil(storage.size() / 1024),
    limitSize: TOTAL_LIMIT / 1024,
  });
  const refuse = (reason: string | null, run: () => Answer): Answer =>
    reason === null ? run() : new Refusal(reason);
  const demand = (name: string, reason: string | null) => {
    if (reason !== null) throw new Error(`${name}:fail ${reason}`.trim());
  };
  return {
    setStorage: async((options) =>
      refuse(refuseOptions(host, 'setStorage', options) ?? set(host, options), () => ({})),
    ),
    setStorageSync: sync((key: unknown, data: unknown) =>
      demand('setStorageSync', refuseKey(key, 'parameter') ?? set(host, { key, data })),
    ),
    getStorage: async((options) =>
      refuse(refuseOptions(host, 'getStorage', options), () => {
        const { found, value } = storage.get(String(options.key));
        return found ? { data: value } : new Refusal('data not found');
      }),
    ),
    getStorageSync: sync((key: unknown) => {
      demand('getStorageSync', refuseKey(key, 'parameter'));
      return storage.get(String(key)).value;
    }),
    removeStorage: async((options) =>
      refuse(refuseKey(options.key, 'parameter.key'), () => {
        storage.remove(String(options.key));
        return {};
      }),
    ),
    removeStorageSync: sync((key: unknown) => {
      demand('removeStorageSync', refuseKey(key, 'parameter'));
      storage.remove(String(key));
    }),
    clearStorage: async(() => {
      storage.clear();
      return {};
    }),
    clearStorageSync: sync(() => storage.clear()),
    getStorageInfo: async(info),
    getStorageInfoSync: sync(info),
  };
};

function refuseOptions(host: Host, name: string, { key, encrypt }: Options): string | null {
  if (encrypt === true) return noteNotModelled(host, `${name} with encrypt`);
  return refuseKey(key, 'parameter.key');
}

/** An empty key is refused without a word. */
function refuseKey(key: unknown, parameter: string): string | null {
  if (typeof key === 'string') return key === '' ? '' : null;
  return wrongTypeReason(parameter, 'String', key);
}

/** Writes a key; gives the reason where it is refused. */
function set({ storage, ledger }: Host, { key, data }: Options): string | null {
  const name = String(key);
  let size: number;
  try {
    size = storage.sizeWith(name, data);
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
  if (size > KEY_LIMIT) {
    ledger.breakRule('storage.key', `"${name}" would hold ${size} bytes`);
    return 'entry size limit reached';
  }
  const total = storage.size() - storage.sizeOf(name) + size;
  if (total > TOTAL_LIMIT) {
    ledger.breakRule('storage.total', `with "${name}" the keys would hold ${total} bytes`);
    return 'exceed storage max size 10Mb';
  }
  storage.set(name, data);
  return null;
}
