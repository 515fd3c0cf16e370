import type { Cover } from '../../types/cover.ts';
import type { Event, EventWhen, Venue } from '../../types/event.ts';
import type { EventCard, EventStatus } from '../../types/event-card.ts';
import { isShown } from '../domain/article-state.ts';
import { ARTICLE_CARD_COLUMNS, toArticleCard, toRowState } from './article-rows.ts';
import { toServableBlocks } from './blocks.ts';
import type { Page, Position } from './cursor.ts';
import type { Store } from './store.ts';

export interface EventQuery {
  when: EventWhen;
  after?: Position;
  limit: number;
  /** Milliseconds since the epoch. */
  now: number;
}

interface EventCardRow {
  id: string;
  title: string;
  status: EventStatus;
  starts_at: string;
  ends_at: string;
  venue: Venue;
  cover: Cover | null;
}

const CARD_COLUMNS = ['id', 'title', 'status', 'starts_at', 'ends_at', 'venue', 'cover'] as const;

function toEventCard(row: EventCardRow): EventCard {
  return {
    id: row.id,
    title: row.title,
    status: row.status,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    venueName: row.venue.name,
    ...(row.cover && { cover: row.cover }),
  };
}

/**
 * A page of the events that are upcoming or ongoing (soonest first) or past (latest end first). Cancelled and
 * postponed ones stand by their times like the others.
 */
export async function listEventCards(
  { db }: Store,
  { when, after, limit, now }: EventQuery,
): Promise<Page<EventCard>> {
  const moment = new Date(now);
  const place = when === 'past' ? 'end_moment' : 'start_moment';
  const direction = when === 'past' ? 'desc' : 'asc';
  const comparison = when === 'past' ? '<' : '>';
  const rows = await db
    .selectFrom('events')
    .select(CARD_COLUMNS)
    .select(`${place} as place`)
    .$if(when === 'upcoming', (query) => query.where('start_moment', '>', moment))
    .$if(when === 'ongoing', (query) =>
      query.where('start_moment', '<=', moment).where('end_moment', '>', moment),
    )
    .$if(when === 'past', (query) =>
      // One that lasts no time at all begins and ends at once: it is over.
      query.where('start_moment', '<=', moment).where('end_moment', '<=', moment),
    )
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple(place, 'id'), comparison, tuple(new Date(after?.at ?? 0), after?.id ?? '')),
      ),
    )
    .orderBy(place, direction)
    .orderBy('id', direction)
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toEventCard),
    ...(rows.length > shown.length && last && { next: { at: last.place.getTime(), id: last.id } }),
  };
}

/** The events of an article, soonest first. */
export async function listEventCardsOfArticle(
  { db }: Store,
  articleId: string,
): Promise<EventCard[]> {
  const rows = await db
    .selectFrom('events')
    .select(CARD_COLUMNS)
    .where('article_id', '=', articleId)
    .orderBy('start_moment')
    .orderBy('id')
    .execute();
  return rows.map(toEventCard);
}

/** The card of an article that readers may see at that moment. */
async function findShownCard({ db }: Pick<Store, 'db'>, id: string, now: number) {
  const row = await db
    .selectFrom('articles')
    .select(ARTICLE_CARD_COLUMNS)
    .select(['state', 'visible_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && isShown(toRowState(row, now)) ? toArticleCard(row, now) : undefined;
}

/**
 * An event with the card of the article that announced it, where readers may see that; undefined when there is none of that id.
 *
 * @param now milliseconds since the epoch
 */
export async function findEvent(
  { db }: Store,
  id: string,
  now = Date.now(),
): Promise<Event | undefined> {
  const row = await db.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const article =
    row.article_id === null ? undefined : await findShownCard({ db }, row.article_id, now);
  return {
    id: row.id,
    title: row.title,
    summary: row.summary,
    status: row.status,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    venue: row.venue,
    organiser: row.organiser,
    ...(row.phone !== null && { phone: row.phone }),
    ...(row.cover && { cover: row.cover }),
    blocks: toServableBlocks(row.blocks),
    attachments: row.attachments,
    ...(article && { article }),
  };
}
