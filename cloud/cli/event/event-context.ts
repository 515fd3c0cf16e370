import type { ArticleContext } from '../article/article-context.ts';

/** What every event command works with. */
export type EventContext = Omit<ArticleContext, 'userName'>;
