import type { FileDraft, StoredFile } from '../../domain/media.ts';
import type { Result } from '../result.ts';

export interface FetchedFile {
  bytes: Uint8Array;
  /** What the server said, as it said it; empty when it said nothing. */
  contentType: string;
}

/** What keeping the files of a page needs of the world. */
export interface MediaPorts {
  /** A file that is stored already, with all its copies. */
  find: (hash: string) => Promise<StoredFile | undefined>;
  /** Stores a file for good; answers its path on the endpoint. */
  save: (draft: FileDraft) => Promise<string>;
  /** The stored file that a use of an address on the web (`picture https://…`) gave before. */
  recall: (origin: string) => Promise<StoredFile | undefined>;
  /** Notes what it gave this time. */
  note: (origin: string, hash: string) => Promise<void>;
  /** Fetches a file from the web, within the limits of fetches; why it did not come is a sentence for the editor. */
  fetchFile: (address: string) => Promise<Result<FetchedFile>>;
}
