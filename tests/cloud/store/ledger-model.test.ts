import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { history, type Round } from '../../support/ledger/history.ts';
import { type Mismatch, play } from '../../support/ledger/play.ts';
import { prepareSubjects } from '../../support/ledger/world.ts';

/** Set SEED to repeat a run; the report of a failure names it too. */
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env.RUNS ?? 10_000);
/** Histories that are played side by side. */
const GROUP = 500;

describe(`the ledger of credits (SEED=${SEED})`, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    // What a power failure would take doesn't matter here.
    const name = new URL(database.url).pathname.slice(1);
    await database.store.pool.query(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    await database.store.pool.query('SET synchronous_commit = off');
    await prepareSubjects(database.store);
  });
  afterAll(() => database.drop());

  /** Leaves out round by round and step by step what doesn't matter for a failure. */
  async function shrink(failing: Round[]): Promise<{ history: Round[]; mismatch: Mismatch }> {
    const shorter = failing.flatMap((round, at) => [
      failing.toSpliced(at, 1),
      ...round.steps.map((_, step) =>
        failing.with(at, { ...round, steps: round.steps.toSpliced(step, 1) }),
      ),
    ]);
    for (const history of shorter) {
      if (await play(database.store, [history])) return shrink(history);
    }
    const mismatch = await play(database.store, [failing]);
    if (mismatch === undefined) throw new Error('fails only beside other histories');
    return { history: failing, mismatch };
  }

  it(`agrees with a simple model after every step of ${RUNS} random histories`, async () => {
    const histories = fc.sample(history, { seed: SEED, numRuns: RUNS });
    for (let from = 0; from < histories.length; from += GROUP) {
      const group = histories.slice(from, from + GROUP);
      const mismatch = await play(database.store, group);
      if (mismatch === undefined) continue;
      expect(await shrink(group[mismatch.index] as Round[])).toBeUndefined();
    }
  }, 300_000);
});
