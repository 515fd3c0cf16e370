import { decodeReference } from '../decode-reference.ts';
import type { FileLink } from '../page.ts';
import { toOneLine } from '../trim-text.ts';
import { stripBullet } from './read-labels.ts';

/** `名称 https://…/a.pdf`, `名称：../files/a.pdf`, `名称（files/a.pdf）`, or the address alone. */
const REFERENCE =
  /^(.*?)[\s:：(（[【]*((?:https?:\/\/|\.{0,2}\/)[^\s)）\]】]+|[^\s:：()（）]+\/[^\s)）\]】]+)[)）\]】]?$/u;
const BARE_FILE = /^[^\s/\\]+\.(?:pdf|docx?|xlsx?|pptx?)$/iu;

/** The last part of a reference, readable. */
export function toFileName(reference: string): string {
  const path = reference.replace(/[?#].*$/, '');
  return decodeReference(path.slice(path.lastIndexOf('/') + 1));
}

/** One line below 相关附件; undefined when it names no file. */
export function parseFileLine(line: string): FileLink | undefined {
  const text = toOneLine(stripBullet(line));
  if (BARE_FILE.test(text)) return { name: text, reference: text };
  const match = REFERENCE.exec(text);
  if (match === null) return undefined;
  const reference = match[2] ?? '';
  return { name: toOneLine(match[1] ?? '') || toFileName(reference), reference };
}
