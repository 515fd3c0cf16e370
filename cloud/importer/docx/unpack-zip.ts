import { inflateRawSync } from 'node:zlib';
import { fail, type Result, succeed } from '../result.ts';
import { reasons } from '../words.ts';

export interface ZipEntry {
  name: string;
  bytes: Buffer;
}

/** What a package may be at most; refused while it is unpacked. */
const MAX_ENTRIES = 2000;
const MAX_UNPACKED = 64 * 1024 * 1024;
/** XML of Word's packs to a tenth, rarely to a fiftieth. Small parts may be anything. */
const MAX_RATIO = 200;
const RATIO_FROM = 1024 * 1024;

// Signatures and offsets: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.
const END = { signature: 0x06054b50, length: 22, maxComment: 0xffff };
const CENTRAL = { signature: 0x02014b50, length: 46 };
const LOCAL = { signature: 0x04034b50, length: 30 };
const METHODS = { stored: 0, deflated: 8 };
const IS_ENCRYPTED = 1;

/** Leaves the reading of a package; never leaves this file. */
class Refused extends Error {}

function refuse(reason: string): never {
  throw new Refused(reason);
}

function findEnd(zip: Buffer): number {
  const last = zip.length - END.length;
  for (let at = last; at >= 0 && at >= last - END.maxComment; at -= 1) {
    const isEnd = zip.readUInt32LE(at) === END.signature;
    if (isEnd && at + END.length + zip.readUInt16LE(at + 20) === zip.length) return at;
  }
  return refuse(reasons.docxBroken('zip'));
}

function inflate(packed: Buffer, budget: number): Buffer {
  const mostByRatio = Math.max(RATIO_FROM, packed.length * MAX_RATIO);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(budget, mostByRatio)) });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refuse(code === 'ERR_BUFFER_TOO_LARGE' ? reasons.docxBomb : reasons.docxBroken('zip'));
  }
}

/** The entry that the record of the directory at `at` describes. */
function readEntry(zip: Buffer, at: number, budget: number): ZipEntry {
  if ((zip.readUInt16LE(at + 8) & IS_ENCRYPTED) !== 0) refuse(reasons.docxLocked);
  const method = zip.readUInt16LE(at + 10);
  const packedSize = zip.readUInt32LE(at + 20);
  const size = zip.readUInt32LE(at + 24);
  const nameLength = zip.readUInt16LE(at + 28);
  const local = zip.readUInt32LE(at + 42);
  if (size > budget) refuse(reasons.docxBomb);
  if (zip.readUInt32LE(local) !== LOCAL.signature) refuse(reasons.docxBroken('zip'));
  const start = local + LOCAL.length + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + packedSize);
  if (packed.length !== packedSize) refuse(reasons.docxBroken('zip'));
  if (method !== METHODS.stored && method !== METHODS.deflated) refuse(reasons.docxBroken('zip'));
  const bytes = method === METHODS.stored ? packed : inflate(packed, budget);
  // Who lies about the size hides something from whoever believes it.
  if (bytes.length !== size) refuse(reasons.docxBroken('zip'));
  const name = zip.toString('utf8', at + CENTRAL.length, at + CENTRAL.length + nameLength);
  return { name, bytes };
}

function readEntries(zip: Buffer): ZipEntry[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  const length = zip.readUInt32LE(end + 12);
  let at = zip.readUInt32LE(end + 16);
  if (count > MAX_ENTRIES) refuse(reasons.docxBomb);
  // Nothing before, between or behind: what readers disagree about is refused.
  if (at + length !== end) refuse(reasons.docxBroken('zip'));
  const entries = new Map<string, ZipEntry>();
  let budget = MAX_UNPACKED;
  for (let read = 0; read < count; read += 1) {
    if (zip.readUInt32LE(at) !== CENTRAL.signature) refuse(reasons.docxBroken('zip'));
    const entry = readEntry(zip, at, budget);
    if (entries.has(entry.name)) refuse(reasons.docxBroken('zip'));
    entries.set(entry.name, entry);
    budget -= entry.bytes.length;
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    at += CENTRAL.length + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return [...entries.values()];
}

/** A zip, unpacked within limits of entries, size and ratio; anything unusual in it is refused. */
export function unpackZip(bytes: Uint8Array): Result<ZipEntry[]> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return succeed(readEntries(zip));
  } catch (error) {
    if (error instanceof Refused) return fail(error.message);
    // Reading beyond the end.
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_')) {
      return fail(reasons.docxBroken('zip'));
    }
    throw error;
  }
}
