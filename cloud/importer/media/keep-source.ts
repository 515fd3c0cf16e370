import { createHash } from 'node:crypto';
import { type StoredFile, toMediaPath } from '../../domain/media.ts';
import { warnings } from '../words.ts';
import { FILE_TYPES, type FileType, isFileType } from './document-types.ts';
import {
  encodePicture,
  encodePictureFile,
  type PictureOutcome,
  type Refusal,
  toPictureFileHash,
  toPictureHash,
} from './encode-picture.ts';
import { readFileType } from './file-content.ts';
import { PICTURE_LIMITS } from './limits.ts';
import { readPictureFormat } from './picture-format.ts';
import type { MediaPorts } from './ports.ts';
import { isWeb, type Source } from './read-source.ts';
import { isMarkup } from './text-content.ts';

/** What a page does with a file. */
export type Use = 'picture' | 'film' | 'recording' | 'file';

/** What became of one. */
export type Fate =
  | { kind: 'kept'; url: string; file: StoredFile; warning?: string }
  /** Its address on the web stays. */
  | { kind: 'remote'; warning: string }
  | { kind: 'dropped'; warning: string }
  /** A picture that nobody was meant to see. */
  | { kind: 'spacer' };

/** A file to keep: where it came from, and what names and addresses claim it is. */
export interface Wanted {
  use: Use;
  url: string;
  name: string;
  claimed: ReadonlySet<string>;
}

type Store = Pick<MediaPorts, 'find' | 'save'>;

function toRefused(refusal: Exclude<Refusal, 'spacer'>, name: string): Fate {
  const { side, pixels } = PICTURE_LIMITS;
  const sentences = {
    notAPicture: () => warnings.notAnImage(name),
    broken: () => warnings.brokenImage(name),
    tooLarge: () => warnings.largeImage(name, side, pixels / 1_000_000),
  };
  return { kind: 'dropped', warning: sentences[refusal]() };
}

type Made = Extract<Fate, { kind: 'kept' }> | { kind: Refusal };

async function makePicture(
  hash: string,
  ports: Store,
  encode: () => Promise<PictureOutcome>,
): Promise<Made> {
  const known = await ports.find(hash);
  if (known !== undefined) return { kind: 'kept', url: toMediaPath(known), file: known };
  const made = await encode();
  if (made.kind !== 'made') return made;
  const { bytes: _bytes, copies: _copies, ...file } = made.draft;
  return { kind: 'kept', url: await ports.save(made.draft), file };
}

/** Pictures in the making: one that stands on several pages, which are read side by side, is made once. */
const making = new WeakMap<Store['save'], Map<string, Promise<Made>>>();

function makeOnce(bytes: Buffer, ports: Store): Promise<Made> {
  const hash = toPictureHash(bytes);
  const running = making.get(ports.save) ?? new Map<string, Promise<Made>>();
  making.set(ports.save, running);
  const begun =
    running.get(hash) ??
    makePicture(hash, ports, () => encodePicture(bytes)).finally(() => running.delete(hash));
  running.set(hash, begun);
  return begun;
}

async function keepPicture(bytes: Buffer, { name }: Wanted, ports: Store): Promise<Fate> {
  const made = await makeOnce(bytes, ports);
  if (made.kind === 'kept') return made;
  return made.kind === 'spacer' ? { kind: 'spacer' } : toRefused(made.kind, name);
}

/** The types that a use takes: WeChat's `<video>` and `InnerAudioContext` play these everywhere. */
const TAKES: Record<Exclude<Use, 'picture'>, (type: FileType) => boolean> = {
  film: (type) => type === 'mp4',
  recording: (type) => type === 'mp3' || type === 'm4a' || type === 'mp4',
  file: () => true,
};

/** A film of a kind that we don't store can still be watched where it is; what lies about itself is not offered. */
function toUnkept(bytes: Buffer, { use, url, name, claimed }: Wanted): Fate {
  if (use !== 'file') {
    return { kind: isWeb(url) ? 'remote' : 'dropped', warning: warnings.notPlayable(name) };
  }
  const claims = [...claimed].some((extension) => isFileType(extension));
  const isHonest = !claims && (!isMarkup(bytes) || readPictureFormat(bytes) !== undefined);
  return isHonest && isWeb(url)
    ? { kind: 'remote', warning: warnings.otherFile(name) }
    : { kind: 'dropped', warning: warnings.notADocument(name) };
}

/** A picture that the page offers as a file: as a form to print, or a code to scan. One that calls itself a document lies. */
async function keepPictureFile(bytes: Buffer, wanted: Wanted, ports: Store): Promise<Fate> {
  if (wanted.use !== 'file' || [...wanted.claimed].some(isFileType)) {
    return toUnkept(bytes, wanted);
  }
  const hash = toPictureFileHash(bytes);
  const made = await makePicture(hash, ports, () => encodePictureFile(bytes));
  if (made.kind === 'kept') return made;
  return made.kind === 'broken' ? toRefused('broken', wanted.name) : toUnkept(bytes, wanted);
}

async function keepFile(bytes: Buffer, wanted: Wanted, ports: Store): Promise<Fate> {
  const type = readFileType(bytes, wanted.claimed);
  if (type === undefined && readPictureFormat(bytes) !== undefined) {
    return keepPictureFile(bytes, wanted, ports);
  }
  if (type === undefined || wanted.use === 'picture' || !TAKES[wanted.use](type)) {
    return toUnkept(bytes, wanted);
  }
  const hash = createHash('sha256').update(bytes).digest('hex');
  const known = await ports.find(hash);
  if (known !== undefined) return { kind: 'kept', url: toMediaPath(known), file: known };
  const file = { hash, contentType: FILE_TYPES[type], extension: type, size: bytes.length };
  return { kind: 'kept', url: await ports.save({ ...file, bytes }), file };
}

/** Takes what was read for what it is, and stores it. */
export async function keepSource(source: Source, wanted: Wanted, ports: Store): Promise<Fate> {
  if (source.kind === 'away') return { kind: 'remote', warning: source.warning };
  if (source.kind === 'none') return { kind: 'dropped', warning: source.warning };
  return wanted.use === 'picture'
    ? keepPicture(source.bytes, wanted, ports)
    : keepFile(source.bytes, wanted, ports);
}
