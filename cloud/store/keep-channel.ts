import type { ArticleDraft } from '../domain/drafts.ts';
import { findArticle } from './articles.ts';
import { findArticleIdByOrigin } from './save-article.ts';
import type { Store } from './store.ts';

/** The draft in the channel where its article already is: an editor may have moved it. */
export async function keepChannel(store: Store, draft: ArticleDraft): Promise<ArticleDraft> {
  const id = await findArticleIdByOrigin(store, draft);
  const known = id === undefined ? undefined : await findArticle(store, id);
  return known === undefined ? draft : { ...draft, channelId: known.channel.id };
}
