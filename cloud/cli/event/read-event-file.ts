import { readFile, stat } from 'node:fs/promises';
import { fail, type Result, succeed } from '../../importer/result.ts';
import { eventWords } from './event-words.ts';

const MAX_BYTES = 1_000_000;

async function readBytes(path: string): Promise<Result<Buffer>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return fail(eventWords.noPlainFile);
    if (found.size > MAX_BYTES) return fail(eventWords.tooLarge);
    return succeed(await readFile(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return fail(eventWords.unreadable(code));
  }
}

/** The line that a parser's message points at, from 1. */
function toLineNumber(message: string, text: string): number | undefined {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return text.slice(0, Number(position)).split('\n').length;
  return /end of JSON/.test(message) ? text.trimEnd().split('\n').length : undefined;
}

/** The object of a JSON file, UTF-8 with or without a byte order mark. */
export async function readEventFile(path: string): Promise<Result<Record<string, unknown>>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
  } catch {
    return fail(eventWords.notUtf8);
  }
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? succeed(value as Record<string, unknown>) : fail(eventWords.notObject);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail(eventWords.notJson(toLineNumber(error.message, text)));
  }
}
