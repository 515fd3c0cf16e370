import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  forAll,
  SEARCH_QUERIES,
  saveSearchArticles,
  searchAll,
} from '../support/search-fixtures.ts';

/** The dictionary and 143 articles, on a machine busy with other tests. */
const SETUP_MS = 60_000;

/** Share of what was found that is right, and of what is right that was found. */
const LEAST = 0.95;

interface Judged {
  q: string;
  wrong: string[];
  missed: string[];
  precision: number;
  recall: number;
}

const toShare = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
const toMean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

describe('searching the committed articles', () => {
  let database: TestDatabase;
  let judged: Judged[];
  beforeAll(async () => {
    database = await createTestDatabase();
    const { store } = database;
    const keys = await saveSearchArticles(store);
    judged = await forAll(SEARCH_QUERIES, async ({ q, expected }) => {
      const found = (await searchAll(store, q)).map((id) => keys.get(id) ?? id);
      const wrong = found.filter((key) => !expected.includes(key));
      const missed = expected.filter((key) => !found.includes(key));
      const right = found.length - wrong.length;
      const precision = toShare(right, found.length);
      return { q, wrong, missed, precision, recall: toShare(right, expected.length) };
    });
  }, SETUP_MS);
  afterAll(() => database.drop());

  it('finds what a reader expects, and little else', () => {
    const precision = toMean(judged.map((one) => one.precision));
    const recall = toMean(judged.map((one) => one.recall));
    const lines = judged
      .filter(({ wrong, missed }) => wrong.length + missed.length > 0)
      .map(({ q, wrong, missed }) => `${q}: wrong ${wrong.join(' ')}; missed ${missed.join(' ')}`);
    process.stdout.write(
      `search: ${judged.length} queries, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}\n${lines.map((line) => `  ${line}\n`).join('')}`,
    );
    expect(judged.length).toBeGreaterThanOrEqual(150);
    expect({ precision: precision >= LEAST, recall: recall >= LEAST, lines }).toMatchObject({
      precision: true,
      recall: true,
    });
  });
});
