import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saveArticle } from '../../../../cloud/store/save-article.ts';
import type { SearchRange } from '../../../../cloud/store/search/search-articles.ts';
import type { SearchPlace } from '../../../../cloud/store/search/search-cursor.ts';
import { findSearchPage } from '../../../../cloud/store/search/search-page.ts';
import { toEpochMs } from '../../../../rules/utc8.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { makeArticleDraft } from '../../../support/drafts.ts';

/** The dictionary, on a machine busy with other tests. */
const SETUP_MS = 60_000;
/** Later than all of them. */
const NOW = Date.parse('2101-01-01T00:00:00Z');

/** Around the ends of months and years, in China and in UTC; long ago, this year, and by a slip of the pen years ahead. */
const DATES = [
  ...['1900-01-01', '1999-12-31', '2000-01-01', '2000-01-01', '2019-02-28', '2024-02-29'],
  ...['2025-10-31', '2025-11-01', '2025-11-30', '2025-12-01', '2025-12-31', '2026-01-01'],
  ...['2026-10-31T23:59:59+08:00', '2026-11-01T00:00:00+08:00', '2026-11-01T07:59:59+08:00'],
  ...['2026-11-01T08:00:00+08:00', '2026-11-30T23:59:59+08:00', '2026-12-01T08:00:00+08:00'],
  ...['2025-12-01T07:59:59+08:00', '2025-12-01T08:00:00+08:00', '2027-01-01T07:59:59+08:00'],
  ...['2027-01-01T08:00:00+08:00', '2050-06-15', '2099-12-31', '2100-12-31T23:59:59+08:00'],
  ...[
    '2100-11-09',
    '2100-11-10',
    '2100-11-19T08:00:00+08:00',
    '2100-11-20',
    '2100-11-30',
    '2100-12-09',
  ],
  ...['2100-12-10T07:59:59+08:00', '2100-12-10T08:00:00+08:00', '2100-12-20T08:00:00+08:00'],
  ...['2100-12-30T08:00:00+08:00', '2100-12-30T07:59:59+08:00', '2024-02-10', '2024-02-20'],
  // A page ends among them.
  ...Array<string>(25).fill('2026-01-01T08:00:00+08:00'),
];

interface Known {
  id: string;
  at: number;
  inTitle: boolean;
}

describe('searching from one span of time to the next', () => {
  let database: TestDatabase;
  const known: Known[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    for (const [n, publishedAt] of [...DATES, ...DATES].entries()) {
      const inTitle = n % 3 === 0;
      const draft = makeArticleDraft({
        ...{ publishedAt, title: inTitle ? `第${n}期剪纸` : `第${n}期`, summary: '' },
        blocks: [{ kind: 'paragraph', spans: [{ text: `剪纸课第${n}次` }] }],
      });
      const { id } = await saveArticle(database.store, draft, NOW);
      known.push({ id, inTitle, at: toEpochMs(publishedAt) });
    }
  }, SETUP_MS);
  afterAll(() => database.drop());

  async function readAll(range: SearchRange): Promise<string[]> {
    const ids: string[] = [];
    let after: SearchPlace | undefined;
    do {
      const page = await findSearchPage(database.store, '剪纸', range, NOW, after);
      ids.push(...page.items.map(({ article }) => article.id));
      after = page.next;
    } while (after !== undefined);
    return ids;
  }

  it.each([
    ['all of it', {}],
    ['from a day on', { from: toEpochMs('2025-12-01') }],
    ['up to a day', { until: toEpochMs('2025-12-01') }],
    ['up to the newest', { until: toEpochMs('2101-01-01') }],
    ['up to the end of a February', { until: toEpochMs('2024-03-01') }],
    ['within a year', { from: toEpochMs('2025-11-30'), until: toEpochMs('2026-11-02') }],
    [
      'within a month of long ago',
      { from: toEpochMs('2019-02-01'), until: toEpochMs('2019-03-01') },
    ],
    ['where there is nothing', { from: toEpochMs('1950-01-01'), until: toEpochMs('1960-01-01') }],
  ] as [string, SearchRange][])('finds each once, in its order: %s', async (_name, range) => {
    const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = range;
    const expected = known
      .filter(({ at }) => at >= from && at < until)
      .sort(
        (a, b) => Number(b.inTitle) - Number(a.inTitle) || b.at - a.at || (a.id < b.id ? 1 : -1),
      );
    expect(await readAll(range)).toEqual(expected.map(({ id }) => id));
  });
});
