import { sql } from 'kysely';
import type { Notice } from '../../types/notice.ts';
import type { Store } from './store.ts';

/** An article or event that an editor may mean. */
export interface TitledSubject {
  subject: NonNullable<Notice['subject']>;
  title: string;
}

const ANY_CHARACTER = /[\\%_]/g;

/** Articles and events whose title holds these words, the newest first. */
export async function findByTitle(
  { db }: Store,
  words: string,
  limit: number,
): Promise<TitledSubject[]> {
  const pattern = `%${words.replace(ANY_CHARACTER, '\\$&')}%`;
  const { rows } = await sql<{ kind: 'article' | 'event'; id: string; title: string }>`
    SELECT kind, id, title FROM (
      SELECT 'article' AS kind, id, title, sort_at AS at FROM articles WHERE title ILIKE ${pattern}
      UNION ALL
      SELECT 'event', id, title, start_moment FROM events WHERE title ILIKE ${pattern}
    ) found ORDER BY at DESC, id LIMIT ${limit}
  `.execute(db);
  return rows.map(({ kind, id, title }) => ({ subject: { kind, id }, title }));
}
