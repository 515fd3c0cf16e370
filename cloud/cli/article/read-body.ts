import { dirname, extname, resolve } from 'node:path';
import type { ArticleBody } from '../../domain/article-content.ts';
import { decodePage } from '../../importer/decode/decode-page.ts';
import { toCover } from '../../importer/enhance/cover.ts';
import { importFragment } from '../../importer/import-fragment.ts';
import type { MediaPorts } from '../../importer/media/ports.ts';
import { fail, type Result, succeed } from '../../importer/result.ts';
import { readPageFile } from '../../importer/sources/read-page-file.ts';
import { articleWords } from './article-words.ts';

export interface ReadBody {
  body: ArticleBody;
  summary: string;
  warnings: string[];
}

const FORMATS: Readonly<Record<string, 'text' | 'html'>> = {
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
};

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** One paragraph a line. */
function toHtml(text: string): string {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const escaped = lines.map((line) => line.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign));
  return escaped.map((line) => `<p>${line}</p>`).join('');
}

/**
 * A file that is all body, as content: the steps of an import.
 *
 * @param ports fetch and store its pictures and files
 */
export async function readBody(path: string, ports: MediaPorts): Promise<Result<ReadBody>> {
  const file = resolve(path);
  const format = FORMATS[extname(file).toLowerCase()];
  if (format === undefined) return fail(articleWords.fileKind);
  const root = dirname(file);
  const page = await readPageFile({ kind: 'file', name: path, file, root, format });
  if (!page.ok) return page;
  const { text } = decodePage(page.value.bytes, undefined);
  const html = format === 'text' ? toHtml(text) : text;
  const fragment = await importFragment(html, page.value.base, ports);
  if (!fragment.ok) return fragment;
  const { blocks, attachments, summary, warnings } = fragment.value;
  if (blocks.length === 0) return fail(articleWords.emptyBody);
  const cover = toCover(blocks);
  return succeed({
    body: { ...(cover && { cover }), blocks, attachments },
    ...{ summary, warnings },
  });
}
