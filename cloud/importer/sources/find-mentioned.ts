import { basename } from 'node:path';
import { decodePage } from '../decode/decode-page.ts';
import { readLimited } from './read-limited.ts';

/**
 * Which of some files a folder's pages name, as a link or in words.
 *
 * @param root nothing outside of this folder is read; a page that can't be read names nothing
 */
export async function findMentioned(
  files: readonly string[],
  pages: readonly string[],
  root: string,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const page of files.length === 0 ? [] : pages) {
    const content = await readLimited(page, root);
    if (content.kind !== 'read') continue;
    const { text } = decodePage(content.bytes, undefined);
    for (const file of files) {
      const name = basename(file);
      const isNamed = [name, encodeURI(name), encodeURIComponent(name)].some((spelling) =>
        text.includes(spelling),
      );
      if (isNamed) found.add(file);
    }
  }
  return found;
}
