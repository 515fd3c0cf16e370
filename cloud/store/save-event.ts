import type { EventDraft, SaveOutcome } from '../domain/drafts.ts';
import { areBlocks } from './blocks.ts';
import { readMoment } from './moments.ts';
import { toEventKey } from './origin-keys.ts';
import { insertWithPermanentId, withKeysLocked } from './save-lock.ts';
import { toContentHash, toStorable } from './storable.ts';
import type { Store } from './store.ts';

function toColumns(draft: EventDraft, now: Date) {
  const { key, ...content } = draft;
  if (!areBlocks(draft.blocks)) {
    throw new TypeError(`the blocks of "${draft.title}" break the contract`);
  }
  return {
    title: draft.title,
    summary: draft.summary,
    status: draft.status,
    starts_at: draft.startsAt,
    ends_at: draft.endsAt,
    start_moment: readMoment('startsAt', draft.startsAt),
    end_moment: readMoment('endsAt', draft.endsAt),
    venue: JSON.stringify(draft.venue),
    organiser: draft.organiser,
    phone: draft.phone ?? null,
    cover: draft.cover ? JSON.stringify(draft.cover) : null,
    blocks: JSON.stringify(draft.blocks),
    attachments: JSON.stringify(draft.attachments),
    article_id: draft.articleId ?? null,
    content_hash: toContentHash(content),
    updated_at: now,
  };
}

/**
 * Saves an event under its key. One that is known already keeps its id: `unchanged` when everything is the same,
 * `updated` otherwise.
 *
 * @param now milliseconds since the epoch
 * @throws RangeError when a time is no moment of the years 1900–2100, TypeError when the blocks break the contract,
 *   the database's error when it ends before it starts or when `articleId` does not exist
 */
export async function saveEvent(
  { db }: Store,
  given: EventDraft,
  now: number,
): Promise<SaveOutcome> {
  const draft = toStorable(given);
  const columns = toColumns(draft, new Date(now));
  const key = toEventKey(draft.key);
  return withKeysLocked(db, [key], async (trx) => {
    const known = await trx
      .selectFrom('events')
      .select(['id', 'content_hash'])
      .where('key', '=', key)
      .executeTakeFirst();
    if (known === undefined) {
      const id = await insertWithPermanentId(key, async (candidate) => {
        const inserted = await trx
          .insertInto('events')
          .values({ id: candidate, key, created_at: columns.updated_at, ...columns })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst();
        return inserted.numInsertedOrUpdatedRows === 1n;
      });
      return { kind: 'created', id };
    }
    if (known.content_hash === columns.content_hash) return { kind: 'unchanged', id: known.id };
    await trx.updateTable('events').set(columns).where('id', '=', known.id).execute();
    return { kind: 'updated', id: known.id };
  });
}
