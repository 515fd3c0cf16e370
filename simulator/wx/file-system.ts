import type { Host } from '../host/host.ts';
import { type Answer, async, type Options, Refusal, sync, toFunction } from './api.ts';
import { FileProblem, isLocalPath, type StoredFile } from './file-store.ts';
import { noteNotModelled, toNotModelled } from './not-modelled.ts';
import { decodeUtf8, encodeUtf8, fromBase64, toBase64 } from './text-bytes.ts';

/** What is not modelled of WeChat's FileSystemManager. */
const OTHERS = [
  ...['appendFile', 'close', 'fstat', 'ftruncate', 'open', 'read', 'readCompressedFile', 'rename'],
  ...['truncate', 'write'],
].flatMap((name) => [name, `${name}Sync`]);
const OTHERS_ASYNC = ['getFileInfo', 'readZipEntry', 'unzip'];

type Operation = (options: Options) => Record<string, unknown> | FileProblem;

/** One function in both its forms. */
type Entry = {
  /** Names of the options in the order of the synchronous form's arguments. */
  names: string[];
  run: Operation;
  /** The member of the answer that the synchronous form returns. */
  returns?: string;
  /** Set where WeChat has the asynchronous form alone. */
  asyncOnly?: true;
};

/** `wx.getFileSystemManager()`: functions with and without `Sync`; all others fail by name. */
export function createFileSystem(host: Host): Record<string, unknown> {
  const manager: Record<string, unknown> = toNotModelled(
    host,
    [...OTHERS, ...OTHERS_ASYNC],
    'FileSystemManager.',
  );
  for (const [name, entry] of Object.entries(entries(host))) {
    const run = (options: Options) => perform(host, name, entry, options);
    manager[name] = toFunction(
      host,
      name,
      async(async (options) => toAnswer(run(options))),
    );
    if (entry.asyncOnly) continue;
    const syncName = `${name}Sync`;
    const runSync = (...args: unknown[]) => {
      const options = Object.fromEntries(entry.names.map((one, index) => [one, args[index]]));
      const result = run(options);
      if (result instanceof FileProblem) throw toError(syncName, result);
      return entry.returns === undefined ? undefined : result[entry.returns];
    };
    manager[syncName] = toFunction(host, syncName, sync(runSync));
  }
  return manager;
}

function entries({ files }: Host): Record<string, Entry> {
  const done = (problem: FileProblem | null) => problem ?? {};
  return {
    access: { names: ['path'], run: ({ path }) => done(files.check(String(path))) },
    stat: {
      names: ['path', 'recursive'],
      returns: 'stats',
      run: ({ path }) => {
        if (files.isFolder(String(path))) return { stats: toStats(null) };
        const file = files.find(String(path));
        return file instanceof FileProblem ? file : { stats: toStats(file) };
      },
    },
    readFile: {
      names: ['filePath', 'encoding', 'position', 'length'],
      returns: 'data',
      run: (options) => {
        const file = files.find(String(options.filePath));
        return file instanceof FileProblem ? file : readBytes(file.bytes, options);
      },
    },
    writeFile: {
      names: ['filePath', 'data', 'encoding'],
      run: ({ filePath, data, encoding }) => {
        const bytes = toBytes(data, encoding);
        return bytes instanceof FileProblem ? bytes : done(files.write(String(filePath), bytes));
      },
    },
    copyFile: {
      names: ['srcPath', 'destPath'],
      run: ({ srcPath, destPath }) => done(files.copy(String(srcPath), String(destPath))),
    },
    unlink: { names: ['filePath'], run: ({ filePath }) => done(files.remove(String(filePath))) },
    saveFile: {
      names: ['tempFilePath', 'filePath'],
      returns: 'savedFilePath',
      run: ({ tempFilePath, filePath }) => {
        const target = filePath === undefined ? null : String(filePath);
        const savedFilePath = files.save(String(tempFilePath), target);
        return savedFilePath instanceof FileProblem ? savedFilePath : { savedFilePath };
      },
    },
    removeSavedFile: {
      names: ['filePath'],
      asyncOnly: true,
      run: ({ filePath }) => done(files.remove(String(filePath))),
    },
    getSavedFileList: { names: [], asyncOnly: true, run: () => ({ fileList: files.saved() }) },
    mkdir: {
      names: ['dirPath', 'recursive'],
      run: ({ dirPath, recursive }) =>
        done(files.makeFolder(toFolder(dirPath), recursive === true)),
    },
    rmdir: {
      names: ['dirPath', 'recursive'],
      run: ({ dirPath, recursive }) =>
        done(files.removeFolder(toFolder(dirPath), recursive === true)),
    },
    readdir: {
      names: ['dirPath'],
      returns: 'files',
      run: ({ dirPath }) => {
        const names = files.list(toFolder(dirPath));
        return names instanceof FileProblem ? names : { files: names };
      },
    },
  };
}

/** Options that are files of the package, or forms that are not modelled, fail by name. */
function perform(host: Host, name: string, { names, run }: Entry, options: Options) {
  const paths = names.filter((one) => /path$/i.test(one) && options[one] !== undefined);
  const foreign = paths.find((one) => !isLocalPath(String(options[one])));
  const { encoding } = options;
  const isUnknown = encoding !== undefined && !ENCODINGS.has(encoding);
  const isDeepStat = name === 'stat' && options.recursive === true;
  if (foreign === undefined && !isUnknown && !isDeepStat) return run(options);
  const what = foreign
    ? `of ${String(options[foreign])}`
    : isUnknown
      ? `with encoding ${String(encoding)}`
      : 'with recursive';
  return new FileProblem(1300201, noteNotModelled(host, `FileSystemManager.${name} ${what}`));
}

const ENCODINGS = new Set<unknown>(['utf8', 'utf-8', 'base64']);

function toFolder(path: unknown): string {
  return String(path).replace(/\/$/, '');
}

function toBytes(data: unknown, encoding: unknown): Uint8Array<ArrayBuffer> | FileProblem {
  // A copy: what the program does with its buffer afterwards must not reach the file.
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0));
  if (encoding !== 'base64') return encodeUtf8(String(data));
  return fromBase64(String(data)) ?? new FileProblem(1300203, 'base64 encode error');
}

function readBytes(
  bytes: Uint8Array<ArrayBuffer>,
  { encoding, position = 0, length }: Options,
): { data: unknown } | FileProblem {
  const from = Number(position);
  const size = length === undefined ? bytes.length - from : Number(length);
  if (from < 0 || from > bytes.length) {
    return new FileProblem(1301009, 'value of position is out of range');
  }
  if (size < 0 || from + size > bytes.length) {
    return new FileProblem(1301006, 'value of length is out of range');
  }
  const part = bytes.slice(from, from + size);
  if (encoding === undefined) return { data: part.buffer };
  return { data: encoding === 'base64' ? toBase64(part) : decodeUtf8(part) };
}

/** @param file null for a folder */
function toStats(file: StoredFile | null) {
  return {
    mode: file ? 0o100644 : 0o040755,
    size: file?.bytes.length ?? 0,
    lastAccessedTime: file?.modified ?? 0,
    lastModifiedTime: file?.modified ?? 0,
    isFile: () => file !== null,
    isDirectory: () => file === null,
  };
}

function toAnswer(result: Record<string, unknown> | FileProblem): Answer {
  if (!(result instanceof FileProblem)) return result;
  return new Refusal(result.message, { errCode: result.code, errno: result.code });
}

function toError(name: string, { code, message }: FileProblem): Error {
  const errMsg = `${name}:fail ${message}`;
  return Object.assign(new Error(errMsg), { errMsg, errCode: code, errno: code });
}
