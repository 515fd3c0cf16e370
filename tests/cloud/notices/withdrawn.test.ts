import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { publishNotice } from '../../../cloud/notices/publish.ts';
import { changeLife } from '../../../cloud/store/change-article.ts';
import { saveNotice } from '../../../cloud/store/notices.ts';
import { TEST_NOW } from '../../support/app.ts';
import { makeCrowdNotice } from '../../support/crowd.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const MOST_LOOKS = 20_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const context = { by: 'tester', from: 'article withdraw', now: TEST_NOW, note: '' };
const withdraw = (id: string) =>
  changeLife(database.store, id, { kind: 'withdraw', reason: '有误' }, context);
const listNotices = (id: string) =>
  database.store.db.selectFrom('notices').select('state').where('article_id', '=', id).execute();

/** Returns when somebody waits for a lock of this database, or the task has ended without. */
async function waitUntilHeld(client: pg.Client, task: Promise<unknown>): Promise<void> {
  let hasEnded = false;
  void task.finally(() => {
    hasEnded = true;
  });
  for (let look = 0; look < MOST_LOOKS && !hasEnded; look += 1) {
    const { rows } = await client.query(
      `SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' LIMIT 1`,
    );
    if (rows.length > 0) return;
  }
}

it('a notice that was prepared before a withdrawal is not saved after it', async () => {
  const draft = await makeCrowdNotice(database.store, TEST_NOW);
  await withdraw(draft.subject.id);
  const later = { ...draft, publishAt: TEST_NOW + 60_000 };
  for (const one of [draft, later, { ...draft, isRepeat: true }]) {
    expect(await publishNotice(database.store, one, TEST_NOW)).toEqual({
      ...{ kind: 'not-shown', state: 'withdrawn', title: draft.id },
    });
  }
  expect(await listNotices(draft.subject.id)).toEqual([]);
});

it('nor while the withdrawal is under way', async () => {
  const draft = await makeCrowdNotice(database.store, TEST_NOW);
  const { id } = draft.subject;
  const withdrawing = new pg.Client({ connectionString: database.url });
  await withdrawing.connect();
  await withdrawing.query('BEGIN');
  await withdrawing.query(
    `UPDATE articles SET state = 'withdrawn', withdrawn_at = now(), withdrawn_reason = '有误' WHERE id = $1`,
    [id],
  );
  const saving = saveNotice(database.store, draft, TEST_NOW);
  await waitUntilHeld(withdrawing, saving);
  await withdrawing.query('COMMIT');
  await withdrawing.end();
  expect(await saving).toMatchObject({ kind: 'not-shown', state: 'withdrawn' });
  expect(await listNotices(id)).toEqual([]);
});
