import type { ByteRange } from '../media/media-storage.ts';

/** What a request asks of a file: all of it, a part, or a part that it does not have. */
export type RangeOutcome = { kind: 'whole' } | { kind: 'none' } | ({ kind: 'part' } & ByteRange);

const WHOLE: RangeOutcome = { kind: 'whole' };
const NONE: RangeOutcome = { kind: 'none' };
const ONE_RANGE = /^bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i;

/**
 * Reads the header `Range` (RFC 9110, 14). One range is answered; what is no range, or several, is answered with the whole file,
 * as the RFC allows.
 *
 * @param size bytes of the file
 */
export function readRange(header: string | undefined, size: number): RangeOutcome {
  const [, first = '', last = ''] = ONE_RANGE.exec(header ?? '') ?? [];
  if (first === '' && last === '') return WHOLE;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? NONE : { kind: 'part', first: size - length, last: size - 1 };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return WHOLE;
  if (from >= size) return NONE;
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return { kind: 'part', first: from, last: to };
}

/** Whether `If-Range` still allows a part: only when it names exactly this content. A date never does, we give none. */
export function allowsRange(ifRange: string | undefined, tag: string): boolean {
  return ifRange === undefined || ifRange.trim() === tag;
}
