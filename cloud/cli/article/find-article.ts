import { type ArticleRecord, findArticleRecord } from '../../store/article-record.ts';
import { listEditorCards } from '../../store/editor-articles.ts';
import { isPermanentId } from '../../store/permanent-id.ts';
import { toStorableText } from '../../store/storable.ts';
import type { ArticleContext } from './article-context.ts';
import { articleWords } from './article-words.ts';

/** More can't be told apart by a title: then its words are too few. */
const MOST_SHOWN = 8;

/** The article that an editor names by its id or by words of its title; undefined when it is none or not one alone, which has been said then. */
export async function findNamedArticle(
  { store, now, complain }: ArticleContext,
  named: string,
): Promise<ArticleRecord | undefined> {
  const byId = isPermanentId(named) ? await findArticleRecord(store.db, named) : undefined;
  if (byId) return byId;
  const query = { words: toStorableText(named), limit: MOST_SHOWN + 1, now: now() };
  const found = await listEditorCards(store, query);
  const [only, ...others] = found;
  if (only && others.length === 0) return findArticleRecord(store.db, only.id);
  complain(
    only === undefined
      ? articleWords.noArticle(named)
      : articleWords.several(found.slice(0, MOST_SHOWN), found.length > MOST_SHOWN),
  );
  return undefined;
}
