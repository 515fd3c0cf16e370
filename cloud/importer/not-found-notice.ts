import type { Block } from '../../types/block.ts';
import type { PageFacts } from './page.ts';
import { toOneLine } from './trim-text.ts';

/** What sites say in place of a page that they answer with 200. */
const NOT_FOUND =
  /(?:页面?|网页|文章|内容|信息|文件|地址|链接|网址)[^，。；！]{0,8}(?:不存在|不见了|丢失|已?(?:经)?被?(?:删除|移除|下线)|已失效|过期)|(?:找|查|访问)不到|(?:没有|未)找到|无法(?:访问|打开|显示|找到)|^\W*404(?!\d)|(?<!\d)404\W*$|not found|error 404/iu;
/** A notice is shorter than a page of an article. */
const LONGEST_NOTICE = 60;

/** The words of paragraphs and headings; undefined where there is more than these. */
function toWords(blocks: readonly Block[]): string | undefined {
  const words: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') words.push(block.text);
    else if (block.kind === 'paragraph') words.push(...block.spans.map(({ text }) => text));
    else return undefined;
  }
  return toOneLine(words.join(' '));
}

/**
 * True for a page that says there is none, by its title or, where it has no title of its own, by its few words.
 *
 * @param article title of the article that it should be a page of
 */
export function isNotFoundNotice(
  { title, blocks }: Pick<PageFacts, 'title' | 'blocks'>,
  article: string | undefined,
): boolean {
  if (title !== undefined && title !== article) return NOT_FOUND.test(toOneLine(title));
  const words = title === undefined ? toWords(blocks) : undefined;
  return words !== undefined && [...words].length < LONGEST_NOTICE && NOT_FOUND.test(words);
}
