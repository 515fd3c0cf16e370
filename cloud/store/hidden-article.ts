import type { Kysely, Transaction } from 'kysely';
import { type ArticleState, isShown } from '../domain/article-state.ts';
import { toRowState } from './article-rows.ts';
import type { Tables } from './tables.ts';

/** An article that readers can't read. */
export interface HiddenArticle {
  state: ArticleState;
  title: string;
}

const select = (db: Kysely<Tables>, id: string) =>
  db
    .selectFrom('articles')
    .select(['title', 'state', 'visible_at', 'expires_at'])
    .where('id', '=', id);

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>;

function toHidden(row: Row, now: number): HiddenArticle | undefined {
  if (row === undefined) return undefined;
  const state = toRowState(row, now);
  return isShown(state) ? undefined : { state, title: row.title };
}

/** The article of that id where readers can't read it at that moment; undefined where they can, or there is none. */
export async function findHiddenArticle(
  db: Kysely<Tables>,
  id: string,
  now: number,
): Promise<HiddenArticle | undefined> {
  return toHidden(await select(db, id).executeTakeFirst(), now);
}

/** The same; one that is shown can't be withdrawn until the end of the transaction. */
export async function holdShownArticle(
  trx: Transaction<Tables>,
  id: string,
  now: number,
): Promise<HiddenArticle | undefined> {
  return toHidden(await select(trx, id).forShare().executeTakeFirst(), now);
}
