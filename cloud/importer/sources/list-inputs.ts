import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { RawPage } from '../page.ts';
import { reasons } from '../words.ts';
import { findMentioned } from './find-mentioned.ts';

/** One thing to import, or a word on why it is none. `name` is how the editor knows it. */
export type Input =
  | { kind: 'file'; name: string; file: string; root: string; format: RawPage['format'] }
  | { kind: 'url'; name: string; address: string }
  | { kind: 'failed'; name: string; reason: string }
  /** Files of a folder that are no pages: pictures, documents. */
  | { kind: 'skipped'; name: string; count: number };

const SCHEME = /^([a-z][a-z0-9+.-]*:)\/\//i;
const FORMATS = [
  { format: 'text', pattern: /\.txt$/i },
  { format: 'html', pattern: /\.html?$/i },
  // Word's own notes about an open file are `~$name.docx`.
  { format: 'docx', pattern: /(?:^|[\\/])(?!~\$)[^\\/]*\.docx$/i },
] as const;

const toFormat = (file: string) => FORMATS.find(({ pattern }) => pattern.test(file))?.format;

/** Why a path can't be looked into. Rethrows what is no answer of the file system. */
function toReason(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return code === 'ENOENT' || code === 'ENOTDIR' ? reasons.noSuchFile : reasons.unreadable(code);
}

interface Listing {
  files: string[];
  /** Folders that can't be read. */
  closed: { path: string; reason: string }[];
}

/** `t1.html`, `t1_1.html`, `t1-2.html`: a first page comes before its further pages. */
const toPlace = (file: string) =>
  file.replace(
    /[_-](\d{1,2})(\.\w+)$/,
    (_all, number: string, ending: string) => `${ending}\0${number.padStart(2, '0')}`,
  );

function comparePlaces(one: string, other: string): number {
  const [a, b] = [toPlace(one), toPlace(other)];
  if (a === b) return one < other ? -1 : 1;
  return a < b ? -1 : 1;
}

/** Every file below a folder in a steady order; links are not followed, hidden files not looked at. */
async function listFiles(folder: string): Promise<Listing> {
  const files: string[] = [];
  const closed: Listing['closed'] = [];
  const folders = [folder];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    let entries: Dirent[];
    try {
      entries = await readdir(at, { withFileTypes: true });
    } catch (error) {
      closed.push({ path: at, reason: toReason(error) });
      continue;
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) files.push(path);
    }
  }
  return { files: files.sort(comparePlaces), closed };
}

/** The Word files of a folder that its pages offer to download: attachments, and no articles of their own. */
function listAttached(files: readonly string[], folder: string): Promise<ReadonlySet<string>> {
  const documents = files.filter((file) => toFormat(file) === 'docx');
  const pages = files.filter((file) => ['text', 'html'].includes(toFormat(file) ?? ''));
  return findMentioned(documents, pages, folder);
}

async function listFolder(name: string, folder: string): Promise<Input[]> {
  const { files, closed } = await listFiles(folder);
  const toName = (path: string) => join(name, path.slice(folder.length));
  const inputs: Input[] = closed.map(({ path, reason }) => ({
    kind: 'failed',
    name: toName(path),
    reason,
  }));
  const attached = await listAttached(files, folder);
  let count = 0;
  for (const file of files) {
    const format = toFormat(file);
    if (format === undefined || attached.has(file)) count += 1;
    else
      inputs.push({
        kind: 'file',
        name: toName(file),
        file,
        root: folder,
        format,
      });
  }
  return count > 0 ? [...inputs, { kind: 'skipped', name, count }] : inputs;
}

function toUrlInput(name: string): Input {
  if (!URL.canParse(name)) return { kind: 'failed', name, reason: reasons.badAddress };
  const { protocol } = new URL(name);
  return protocol === 'http:' || protocol === 'https:'
    ? { kind: 'url', name, address: name }
    : { kind: 'failed', name, reason: reasons.protocol(protocol) };
}

async function listPath(name: string): Promise<Input[]> {
  const path = resolve(name);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await listFolder(name, path);
  } catch (error) {
    return [{ kind: 'failed', name, reason: toReason(error) }];
  }
  const format = toFormat(path);
  if (format === undefined) return [{ kind: 'failed', name, reason: reasons.fileType }];
  return [{ kind: 'file', name, file: path, root: dirname(path), format }];
}

/** What the words of a command name: files, folders (with everything below), addresses of the web. */
export async function listInputs(names: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const name of names)
    inputs.push(...(SCHEME.test(name) ? [toUrlInput(name)] : await listPath(name)));
  return inputs;
}
