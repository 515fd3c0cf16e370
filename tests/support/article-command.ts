import { parseArticleArguments } from '../../cloud/cli/article/article-arguments.ts';
import { runArticle } from '../../cloud/cli/article/run-article.ts';
import type { Store } from '../../cloud/store/store.ts';
import { TEST_NOW } from './app.ts';

export interface ArticleCommandEnd {
  code: number;
  out: string;
  err: string;
}

/** Runs `npm run article -- …` in this process, over a test's store and clock; words must be right. */
export async function runArticleCommand(
  store: Store,
  words: readonly string[],
  now: number = TEST_NOW,
): Promise<ArticleCommandEnd> {
  const parsed = parseArticleArguments(words);
  if (parsed.kind !== 'run') throw new Error(`${parsed.kind}: ${JSON.stringify(parsed)}`);
  const out: string[] = [];
  const err: string[] = [];
  const context = {
    ...{ store, now: () => now, userName: 'tester' },
    say: (line: string) => out.push(line),
    complain: (line: string) => err.push(line),
  };
  const code = await runArticle(context, parsed.command);
  return { code, out: out.join('\n'), err: err.join('\n') };
}
