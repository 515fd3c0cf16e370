import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createDiskStorage } from '../../cloud/media/disk-storage.ts';
import type { MediaStorage } from '../../cloud/media/media-storage.ts';
import { loadSample } from '../../cloud/sample/load-sample.ts';
import { connectStore } from '../../cloud/store/store.ts';

const CONTENT_DIR = fileURLToPath(new URL('../../content', import.meta.url));
const NAME = 'test_sample';
/** Any number, the same for every worker of a run. */
const LOCK = 5_120_711;

export interface SampleTemplate {
  /** The database to copy. */
  template: string;
  /** The files of the sample: shared, since the name of a file tells its content. */
  media: MediaStorage;
}

async function makeTemplate(admin: pg.Client, media: MediaStorage, now: number): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [NAME]);
  if (rowCount === 1) return;
  const making = `${NAME}_in_the_making`;
  await admin.query(`DROP DATABASE IF EXISTS ${making}`);
  await admin.query(`CREATE DATABASE ${making} TEMPLATE ${process.env.TEST_DATABASE_TEMPLATE}`);
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  url.pathname = `/${making}`;
  const store = connectStore(url.href, (error) => process.stderr.write(`${error}\n`), media);
  const request = { store, contentDir: CONTENT_DIR, now, log: () => undefined };
  const outcome = await loadSample(request).finally(() => store.pool.end());
  if (outcome.kind === 'refused') throw new Error(outcome.problems.join('\n'));
  await admin.query(`ALTER DATABASE ${making} RENAME TO ${NAME}`);
}

/**
 * A database with the sample content, made once a run by whoever asks first: reading and turning the pictures takes seconds.
 *
 * @param now the clock of the sample, the same for all; milliseconds since the epoch
 */
export async function findSampleTemplate(now: number): Promise<SampleTemplate> {
  const media = createDiskStorage(join(dirname(process.env.TEST_PROGRAMS ?? ''), 'sample-media'));
  const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await admin.connect();
  try {
    await admin.query(`SELECT pg_advisory_lock(${LOCK})`);
    await makeTemplate(admin, media, now);
  } finally {
    await admin.end();
  }
  return { template: NAME, media };
}
