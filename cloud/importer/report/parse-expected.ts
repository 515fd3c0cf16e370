import { fail, type Result, succeed } from '../result.ts';

/** What a reader found on a page, written by hand beside it (`NAME.expected`). */
export interface ExpectedPage {
  /** Where the page came from. */
  address: string | undefined;
  /** What the server's Content-Type says. */
  charset: string | undefined;
  title: string;
  source: string;
  date: string;
  /** Addresses, or `data`. */
  images: string[];
  attachments: string[];
  videos: number;
  audios: number;
  pages: number;
  /** The text, a block a line. */
  lines: string[];
}

const RULE = '---';
const KEYS = [
  'address',
  'charset',
  'title',
  'source',
  'date',
  'images',
  'attachments',
  'media',
  'pages',
];

const toList = (text: string, separator: string) =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const toCount = (media: string, kind: string) =>
  Number(new RegExp(`${kind} (\\d+)`).exec(media)?.[1] ?? 0);

/** Runs of white space become one space; blank lines are none. */
export function toComparedLines(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => line.replace(/[\s\u200B-\u200D\u2060\uFEFF]+/gu, ' ').trim())
    .filter((line) => line !== '');
}

/** Head lines (`key: value`), a line `---`, then the text. Fails with the line that is not understood. */
export function parseExpected(text: string): Result<ExpectedPage> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const rule = lines.indexOf(RULE);
  if (rule === -1) return fail(`no line ${RULE}`);
  const values = new Map<string, string>();
  for (const line of lines.slice(0, rule)) {
    const match = /^([a-z]+):\s*(.*)$/.exec(line);
    const [, key = '', value = ''] = match ?? [];
    if (line.trim() !== '' && !KEYS.includes(key)) return fail(`unknown head line: ${line}`);
    values.set(key, value.trim());
  }
  const get = (key: string) => values.get(key) ?? '';
  return succeed({
    address: get('address') || undefined,
    charset: get('charset') || undefined,
    title: get('title'),
    source: get('source'),
    date: get('date'),
    images: toList(get('images'), ', '),
    attachments: toList(get('attachments'), ' | '),
    videos: toCount(get('media'), 'video'),
    audios: toCount(get('media'), 'audio'),
    pages: Number(get('pages') || 1),
    lines: toComparedLines(lines.slice(rule + 1)),
  });
}
