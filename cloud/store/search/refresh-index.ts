import { indexArticle } from '../search-index.ts';
import type { Store } from '../store.ts';
import { SEARCH_VERSION } from './search-version.ts';

/** Articles in one transaction: some 100 ms. */
const BATCH = 50;
/** Names this work among the advisory locks of the database. */
const LOCK = 7_007_001;

/** The next articles after that id without an entry of this version. */
async function findOutdated({ db }: Store, after: string): Promise<string[]> {
  const rows = await db
    .selectFrom('articles')
    .leftJoin('article_search', 'article_search.article_id', 'articles.id')
    .select('articles.id')
    .where('articles.id', '>', after)
    .where((e) =>
      e.or([
        e('article_search.version', 'is', null),
        e('article_search.version', '<>', SEARCH_VERSION),
      ]),
    )
    .orderBy('articles.id')
    .limit(BATCH)
    .execute();
  return rows.map(({ id }) => id);
}

async function indexAll(store: Store, signal: AbortSignal | undefined): Promise<number> {
  let done = 0;
  let after = '';
  while (!signal?.aborted) {
    const ids = await findOutdated(store, after);
    const last = ids.at(-1);
    if (last === undefined) break;
    await store.db.transaction().execute(async (trx) => {
      for (const id of ids) await indexArticle(trx, id);
    });
    done += ids.length;
    after = last;
  }
  return done;
}

/**
 * Indexes every article that has no entry yet or one of another dictionary: after the update that brought searching, after a
 * restore, after a change of the field's words. In batches, each of which lasts; killed anywhere, the next call goes on.
 * One process at a time does it; to the others there is nothing to do.
 *
 * @returns how many articles were indexed
 */
export async function refreshSearchIndex(store: Store, signal?: AbortSignal): Promise<number> {
  const client = await store.pool.connect();
  try {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS mine', [LOCK]);
    if (rows[0]?.mine !== true) return 0;
    try {
      return await indexAll(store, signal);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    }
  } finally {
    client.release();
  }
}
