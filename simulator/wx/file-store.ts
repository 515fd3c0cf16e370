import type { ProgramClock } from '../host/program/program-clock.ts';
import type { Ledger } from '../record/ledger.ts';
import { toImageUrl } from './image-url.ts';

/** What wx.env.USER_DATA_PATH says; the program has this folder to itself. */
export const USER_ROOT = 'http://usr';
/** Downloads come here, and last as long as the program. */
const TEMPORARY_ROOT = 'http://tmp';
/** wx.saveFile without a path of its own keeps files here. */
const SAVED_ROOT = 'http://store';
/** Saved and user files together (framework/ability/file-system.html), in bytes. */
const TOTAL_LIMIT = 200 * 1024 * 1024;
/** One file (FileError 1300202), in bytes. */
const FILE_LIMIT = 100 * 1024 * 1024;

/** A file; its bytes are never changed, so copies share them. Times in epoch seconds. */
export type StoredFile = { bytes: Uint8Array<ArrayBuffer>; created: number; modified: number };

/** Why a file function refuses: code and words of WeChat's FileError. */
export class FileProblem {
  readonly code: number;
  readonly message: string;

  constructor(code: number, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** The phone's files of one program. They last until the program ends, saved ones too. */
export class FileStore {
  readonly #files = new Map<string, StoredFile>();
  readonly #folders = new Set([USER_ROOT]);
  readonly #clock: ProgramClock;
  readonly #ledger: Ledger;
  #last = 0;

  constructor(clock: ProgramClock, ledger: Ledger) {
    this.#clock = clock;
    this.#ledger = ledger;
  }

  /** Adds a temporary file and gives its path. @param ending without dot; may be empty */
  addTemporary(bytes: Uint8Array<ArrayBuffer>, ending: string): string {
    return this.#add(TEMPORARY_ROOT, bytes, ending);
  }

  isFolder(path: string): boolean {
    return this.#folders.has(path);
  }

  find(path: string): StoredFile | FileProblem {
    if (this.isFolder(path)) return new FileProblem(1301003, 'illegal operation on a directory');
    return this.#files.get(path) ?? missing(path);
  }

  /** Whether a file or folder is there. */
  check(path: string): FileProblem | null {
    return this.isFolder(path) || this.#files.has(path) ? null : missing(path);
  }

  write(path: string, bytes: Uint8Array<ArrayBuffer>): FileProblem | null {
    const refused = this.#refuseTarget(path) ?? this.#refuseSize(path, bytes.length);
    if (refused) return refused;
    const now = this.#now();
    const created = this.#files.get(path)?.created ?? now;
    this.#files.set(path, { bytes, created, modified: now });
    return null;
  }

  copy(from: string, to: string): FileProblem | null {
    const file = this.find(from);
    return file instanceof FileProblem ? file : this.write(to, file.bytes);
  }

  /** Moves a temporary file to `to`, or among the saved ones; gives the new path. */
  save(from: string, to: string | null): string | FileProblem {
    const file = this.find(from);
    if (file instanceof FileProblem || !from.startsWith(`${TEMPORARY_ROOT}/`)) {
      return new FileProblem(1301112, 'tempFilePath file not exist');
    }
    const ending = /\.([^./]+)$/.exec(from)?.[1] ?? '';
    const refused = to === null ? this.#refuseSize(null, file.bytes.length) : this.copy(from, to);
    if (refused) return refused;
    this.#files.delete(from);
    return to ?? this.#add(SAVED_ROOT, file.bytes, ending);
  }

  /** Removes a file of the program's own folder or a saved one. */
  remove(path: string): FileProblem | null {
    const file = this.find(path);
    if (file instanceof FileProblem) return file;
    if (!isKept(path)) return denied();
    this.#files.delete(path);
    return null;
  }

  /** Paths of the files that wx.saveFile chose. */
  saved(): { filePath: string; size: number; createTime: number }[] {
    return [...this.#files]
      .filter(([path]) => path.startsWith(`${SAVED_ROOT}/`))
      .map(([filePath, { bytes, created }]) => ({
        filePath,
        size: bytes.length,
        createTime: created,
      }));
  }

  makeFolder(path: string, recursive: boolean): FileProblem | null {
    if (!path.startsWith(`${USER_ROOT}/`)) return denied();
    if (this.check(path) === null) {
      return recursive && this.isFolder(path)
        ? null
        : new FileProblem(1301005, `file already exists ${path}`);
    }
    const above = parentOf(path);
    if (!this.isFolder(above)) {
      const refused = recursive ? this.makeFolder(above, true) : missing(path);
      if (refused) return refused;
    }
    this.#folders.add(path);
    return null;
  }

  /** Names of what lies directly in a folder. */
  list(path: string): string[] | FileProblem {
    if (!this.isFolder(path)) {
      return this.#files.has(path) ? new FileProblem(1300020, 'not a directory') : missing(path);
    }
    return [...this.#folders, ...this.#files.keys()]
      .filter((one) => parentOf(one) === path)
      .map((one) => one.slice(path.length + 1))
      .sort();
  }

  removeFolder(path: string, recursive: boolean): FileProblem | null {
    const names = this.list(path);
    if (names instanceof FileProblem) return names;
    if (path === USER_ROOT) return denied();
    if (names.length > 0 && !recursive) return new FileProblem(1300066, 'directory not empty');
    const isInside = (one: string) => one === path || one.startsWith(`${path}/`);
    for (const file of [...this.#files.keys()].filter(isInside)) this.#files.delete(file);
    for (const folder of [...this.#folders].filter(isInside)) this.#folders.delete(folder);
    return null;
  }

  /** Where an image with such a source is found; null where the source names none of these files. */
  toImageUrl(src: string): string | null {
    if (!isLocalPath(src)) return null;
    const file = this.#files.get(src);
    return toImageUrl(src, file?.bytes ?? null);
  }

  #add(root: string, bytes: Uint8Array<ArrayBuffer>, ending: string): string {
    this.#last += 1;
    const path = `${root}/${this.#last}${ending ? `.${ending}` : ''}`;
    this.#files.set(path, { bytes, created: this.#now(), modified: this.#now() });
    return path;
  }

  #refuseTarget(path: string): FileProblem | null {
    if (this.isFolder(path)) return new FileProblem(1301003, 'illegal operation on a directory');
    if (!path.startsWith(`${USER_ROOT}/`)) return denied();
    return this.isFolder(parentOf(path)) ? null : missing(path);
  }

  /** @param path the file that is replaced, null for a new one */
  #refuseSize(path: string | null, size: number): FileProblem | null {
    const full = new FileProblem(1300202, 'the maximum size of the file storage limit is exceeded');
    if (size > FILE_LIMIT) return full;
    let total = size - (path === null ? 0 : (this.#files.get(path)?.bytes.length ?? 0));
    for (const [kept, { bytes }] of this.#files) if (isKept(kept)) total += bytes.length;
    if (total <= TOTAL_LIMIT) return null;
    this.#ledger.breakRule('files.total', `the files would hold ${total} bytes`);
    return full;
  }

  #now(): number {
    return Math.floor(this.#clock.now() / 1000);
  }
}

/** Whether a path names a file of this store rather than one of the package or an address. */
export function isLocalPath(path: string): boolean {
  return [USER_ROOT, TEMPORARY_ROOT, SAVED_ROOT].some(
    (root) => path === root || path.startsWith(`${root}/`),
  );
}

function isKept(path: string): boolean {
  return !path.startsWith(`${TEMPORARY_ROOT}/`);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function missing(path: string): FileProblem {
  return new FileProblem(1300002, `no such file or directory ${path}`);
}

function denied(): FileProblem {
  return new FileProblem(1301000, 'permission denied, cannot access file path');
}
