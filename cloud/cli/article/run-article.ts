import type { ExitCode } from '../with-database.ts';
import type { ArticleCommand } from './article-command.ts';
import type { ArticleContext } from './article-context.ts';
import { changeFromEditor } from './change-life.ts';
import { correctFromEditor, restoreFromEditor } from './correct-article.ts';
import { listArticles, showArticle, showHistory } from './show-article.ts';

/** Does what the editor asked for. */
export function runArticle(context: ArticleContext, command: ArticleCommand): Promise<ExitCode> {
  switch (command.kind) {
    case 'list':
      return listArticles(context, command);
    case 'show':
      return showArticle(context, command.named);
    case 'history':
      return showHistory(context, command.named);
    case 'life':
      return changeFromEditor(context, command);
    case 'correct':
      return correctFromEditor(context, command);
    case 'restore':
      return restoreFromEditor(context, command);
  }
}
