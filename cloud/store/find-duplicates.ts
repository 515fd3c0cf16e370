import type { Kysely } from 'kysely';
import { DAY_MS } from '../../rules/utc8.ts';
import { isNearlySame } from '../domain/body-print.ts';
import type { PossibleDuplicate } from '../domain/save-article-outcome.ts';
import type { Tables } from './tables.ts';

/** A page that is put up again under another title is dated some days later at most. */
const NEAR_MS = 3 * DAY_MS;
/** So many of the site's articles of those days are looked at, the nearest first: a column copied in one go may have thousands. */
const MOST_LOOKED_AT = 300;
const MOST_REPORTED = 3;

interface Likeness {
  /** Left out itself; absent for one that is not stored yet. */
  id?: string;
  site: string;
  sortAt: Date;
  bodyPrint: string;
}

/** Other articles of the same site and nearly the same days whose words are nearly the same. */
export async function findDuplicates(
  db: Kysely<Tables>,
  { id = '', site, sortAt, bodyPrint }: Likeness,
): Promise<PossibleDuplicate[]> {
  if (bodyPrint === '') return [];
  const at = sortAt.getTime();
  const look = (from: Date, to: Date, direction: 'asc' | 'desc') =>
    db
      .selectFrom('articles')
      .select(['id', 'title', 'body_print'])
      .where('site', '=', site)
      .where('sort_at', '>=', from)
      .where('sort_at', '<', to)
      .where('id', '<>', id)
      .orderBy('sort_at', direction)
      .limit(MOST_LOOKED_AT)
      .execute();
  const before = await look(new Date(at - NEAR_MS), sortAt, 'desc');
  const after = await look(sortAt, new Date(at + NEAR_MS), 'asc');
  return [...after, ...before]
    .filter(({ body_print }) => isNearlySame(body_print, bodyPrint))
    .slice(0, MOST_REPORTED)
    .map((row) => ({ id: row.id, title: row.title }));
}
