import { type FileDraft, toMediaPath } from '../../cloud/domain/media.ts';
import type { MediaPorts } from '../../cloud/importer/media/ports.ts';
import { fail, succeed } from '../../cloud/importer/result.ts';

/** For pages whose files are beside the point: nothing is stored, and the web is away. */
export const NO_FILES: MediaPorts = {
  find: async () => undefined,
  save: () => Promise.reject(new Error('there is no file to keep')),
  ...{ recall: async () => undefined, note: async () => undefined },
  fetchFile: async () => fail('断网'),
};

export interface KeptFiles extends MediaPorts {
  drafts: FileDraft[];
  /** Addresses in the order in which they were asked for. */
  fetched: string[];
}

/** Keeps files in memory; the web has what `web` holds. */
export function keepInMemory(web: Record<string, Uint8Array> = {}): KeptFiles {
  const drafts: FileDraft[] = [];
  const fetched: string[] = [];
  const origins = new Map<string, string>();
  const find = async (hash: string) => drafts.find((draft) => draft.hash === hash);
  return {
    ...{ drafts, fetched },
    find,
    recall: async (origin) => find(origins.get(origin) ?? ''),
    note: async (origin, hash) => {
      origins.set(origin, hash);
    },
    save: async (draft) => {
      drafts.push(draft);
      return toMediaPath(draft);
    },
    fetchFile: async (address) => {
      fetched.push(address);
      const bytes = web[address];
      return bytes === undefined ? fail('断网') : succeed({ bytes, contentType: '' });
    },
  };
}
