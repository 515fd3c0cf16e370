import {
  type ArticleLife,
  type ArticleState,
  isPinned,
  toArticleState,
} from '../domain/article-state.ts';
import { LIFE_COLUMNS, toLife } from './article-record.ts';
import type { Store } from './store.ts';

/** An article in a list for editors, in whatever state. */
export interface EditorCard {
  id: string;
  title: string;
  channelId: string;
  publishedAt: string;
  life: ArticleLife;
  state: ArticleState;
  isPinned: boolean;
}

export interface EditorQuery {
  state?: ArticleState;
  channelId?: string;
  /** Found anywhere in the title. */
  words?: string;
  limit: number;
  /** Milliseconds since the epoch. */
  now: number;
}

const ANY_CHARACTER = /[\\%_]/g;

/** The articles that editors may mean, the newest first. */
export async function listEditorCards(
  { db }: Store,
  { state, channelId, words, limit, now }: EditorQuery,
): Promise<EditorCard[]> {
  const at = new Date(now);
  const isStored = state === 'draft' || state === 'withdrawn';
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'title', 'channel_id', 'published_at', ...LIFE_COLUMNS])
    .$if(channelId !== undefined, (query) => query.where('channel_id', '=', channelId ?? ''))
    .$if(words !== undefined, (query) =>
      query.where('title', 'ilike', `%${(words ?? '').replace(ANY_CHARACTER, '\\$&')}%`),
    )
    .$if(state !== undefined, (query) => query.where('state', '=', isStored ? state : 'published'))
    .$if(state === 'scheduled', (query) => query.where('visible_at', '>', at))
    .$if(state === 'published' || state === 'expired', (query) =>
      query.where(({ eb, or }) => or([eb('visible_at', 'is', null), eb('visible_at', '<=', at)])),
    )
    .$if(state === 'expired', (query) => query.where('expires_at', '<=', at))
    .$if(state === 'published', (query) =>
      query.where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', at)])),
    )
    .orderBy('sort_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const life = toLife(row);
    const { id, title, channel_id, published_at } = row;
    return {
      ...{ id, title, channelId: channel_id, publishedAt: published_at, life },
      ...{ state: toArticleState(life, now), isPinned: isPinned(life, now) },
    };
  });
}
