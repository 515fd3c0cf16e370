import { decodePage } from './decode/decode-page.ts';
import { parseDocxPage } from './docx/parse-docx-page.ts';
import { parseHtmlPage } from './html/parse-html-page.ts';
import type { PageFacts, RawPage } from './page.ts';
import { fail, type Result, succeed } from './result.ts';
import { parseTextPage } from './text/parse-text-page.ts';
import { trimText } from './trim-text.ts';
import { reasons, warnings } from './words.ts';

/**
 * Bytes → what the page says of itself: decode → parse (select, clean, to-blocks). Pure, without network or disk, so
 * that it can run where time and memory are limited.
 */
export async function readPage(page: RawPage): Promise<Result<PageFacts>> {
  if (page.format === 'docx') return parseDocxPage(page.bytes, page.base);
  const { text, badCharacters } = decodePage(page.bytes, page.charset);
  if (trimText(text) === '') return fail(reasons.empty);
  const parsed =
    page.format === 'html'
      ? parseHtmlPage(text, page.base)
      : succeed(parseTextPage(text, page.base));
  if (!parsed.ok || badCharacters === 0) return parsed;
  const found = [warnings.badCharacters(badCharacters), ...parsed.value.warnings];
  return succeed({ ...parsed.value, warnings: found });
}
