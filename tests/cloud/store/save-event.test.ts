import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventDraft } from '../../../cloud/domain/drafts.ts';
import { findEvent } from '../../../cloud/store/events.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { saveEvent } from '../../../cloud/store/save-event.ts';
import { saveAtOnce } from '../../support/at-once.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { EVERY_BLOCK, makeArticleDraft, makeEventDraft } from '../../support/drafts.ts';

const NOW = Date.parse('2026-11-23T10:00:00+08:00');

describe('saving events', () => {
  let database: TestDatabase;
  const save = (changes: Partial<EventDraft> = {}) =>
    saveEvent(database.store, makeEventDraft(changes), NOW);

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await database.store.db.deleteFrom('events').execute();
  });

  it('gives back everything that was saved', async () => {
    const draft = makeEventDraft({
      venue: { name: '馆', address: '路', latitude: 22.58, longitude: 113.08 },
      phone: '0750-1234567',
      cover: { url: '/media/c.png', alt: '海报' },
      blocks: EVERY_BLOCK,
      attachments: [{ name: '报名表.docx', url: '/media/a.docx', fileType: 'docx', size: 9 }],
    });
    const { id } = await saveEvent(database.store, draft, NOW);
    const { key: _key, ...content } = draft;
    expect(await findEvent(database.store, id)).toEqual({ id, ...content });
  });

  it('carries the card of its article, and stays when the article goes', async () => {
    const article = await saveArticle(database.store, makeArticleDraft(), NOW);
    const { id } = await save({ articleId: article.id });
    expect((await findEvent(database.store, id))?.article?.id).toBe(article.id);
    await database.store.db.deleteFrom('articles').execute();
    const event = await findEvent(database.store, id);
    expect(event?.id).toBe(id);
    expect(event).not.toHaveProperty('article');
  });

  it.each<[string, Partial<EventDraft>, 'unchanged' | 'updated']>([
    ['nothing', {}, 'unchanged'],
    ['its status', { status: 'cancelled' }, 'updated'],
    ['its time', { endsAt: '2026-12-05T12:00:00+08:00' }, 'updated'],
    ['its venue', { venue: { name: '馆', address: '路' } }, 'updated'],
  ])('keeps the id when %s changes', async (_name, changes, kind) => {
    const { id } = await save();
    expect(await save(changes)).toEqual({ kind, id });
  });

  it('makes one event of many saves at once', async () => {
    const outcomes = await saveAtOnce(database, 'events', () => save());
    expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(1);
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
  });

  it.each<[string, Partial<EventDraft>, string]>([
    ['a time that is none', { startsAt: '下周' }, 'startsAt is no moment'],
    ['a day without a time', { startsAt: '2026-12-05' }, 'startsAt is no moment'],
    ['an end too late', { endsAt: '2101-01-01T00:00:00+08:00' }, 'endsAt is not within the years'],
    ['an end before the beginning', { endsAt: '2026-12-05T08:00:00+08:00' }, 'events_check'],
    ['an article that does not exist', { articleId: 'nowhere' }, 'events_article_id_fkey'],
  ])('refuses %s', async (_name, changes, message) => {
    await expect(save(changes)).rejects.toThrow(message);
  });
});
