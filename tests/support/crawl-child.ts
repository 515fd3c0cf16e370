import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCrawl } from '../../cloud/cli/run-crawl.ts';
import { sleep } from '../../cloud/crawl/crawl-parts.ts';
import { createDiskStorage } from '../../cloud/media/disk-storage.ts';
import { connectStore } from '../../cloud/store/store.ts';
import { directReader } from './direct-reader.ts';

/** Crawls one column, as the command does, with a clock that stands still; killed by a test at any place. */
const [address = '', now = ''] = process.argv.slice(2);
const store = connectStore(
  process.env.DATABASE_URL ?? '',
  (error) => process.stderr.write(`${error.message}\n`),
  createDiskStorage(join(process.env.DATA_DIR ?? tmpdir(), 'media')),
);
process.exitCode = await runCrawl(
  { kind: 'once', address, choices: { maxListPages: 50 }, dryRun: false },
  {
    ...{ store, sleep, now: () => Number(now) },
    limits: { delayMs: 0, maxArticles: 1000, maxRechecks: 1000 },
    leaseMs: 200,
    signal: new AbortController().signal,
    say: () => {},
    reader: directReader,
    complain: (problem) => process.stderr.write(`${problem}\n`),
  },
);
await store.pool.end();
