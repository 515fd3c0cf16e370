import { say } from '../say.ts';
import { readUserName } from '../user-name.ts';
import { complain, EXIT, type ExitCode } from '../with-database.ts';
import { withStore } from '../with-store.ts';
import { parseArticleArguments } from './article-arguments.ts';
import { articleWords } from './article-words.ts';
import { runArticle } from './run-article.ts';

async function main(given: readonly string[]): Promise<ExitCode> {
  const parsed = parseArticleArguments(given);
  switch (parsed.kind) {
    case 'help':
      say(articleWords.usage);
      return EXIT.ok;
    case 'misused':
      complain(`${parsed.reason}\n\n${articleWords.usage}`);
      return EXIT.usage;
    case 'refused':
      complain(parsed.reason);
      return EXIT.usage;
    case 'run':
      return withStore((store) => {
        const context = { store, now: Date.now, userName: readUserName(), say, complain };
        return runArticle(context, parsed.command);
      });
  }
}

process.exitCode = await main(process.argv.slice(2));
