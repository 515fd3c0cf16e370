/**
 * Reading pages up to their blocks, in the thread that limits them, against parse5 alone on the same pages; then the import
 * of all of them, each looked at, with the memory it takes. See bench/README.md for what is compared and why.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse } from 'parse5';
import { importPage } from '../cloud/importer/import-page.ts';
import { createPageReader, type PageReader } from '../cloud/importer/isolation/page-reader.ts';
import { openStore } from '../cloud/store/open.ts';
import { saveArticle } from '../cloud/store/save-article.ts';
import type { Store } from '../cloud/store/store.ts';
import { NO_FILES } from '../tests/support/media-ports.ts';
import { generatePage } from './import-pages.ts';
import { findDifference } from './import-verdict.ts';

const ROUNDS = 5;
/** Rounds before them: each thread compiles what it runs often for itself. */
const WARM_UP = 3;
const COMPARED = 500;
/** Pages under way at once: the thread has the next one before it has answered. */
const UNDER_WAY = 4;
const LEAST_RATIO = 0.3;
const MOST_GROWTH = 1.2;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Megabytes. */
function readMemory(): number {
  collectGarbage();
  return process.memoryUsage().rss / 1e6;
}

const toMedian = (values: number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Runs `work` for each number below `count`, a few at a time. */
async function forEach(count: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < count; at = next++) await work(at);
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, worker));
}

interface Rates {
  /** Pages a second. */
  peer: number;
  subject: number;
}

async function compareOnce(reader: PageReader): Promise<Rates> {
  const pages = Array.from({ length: COMPARED }, (_, at) => generatePage(at).page);
  const texts = pages.map(({ bytes }) => new TextDecoder().decode(bytes));
  const peerFrom = performance.now();
  for (const text of texts) parse(text);
  const peerMs = performance.now() - peerFrom;
  const subjectFrom = performance.now();
  await forEach(pages.length, async (at) => {
    const page = pages[at];
    const read = page && (await reader.read(page));
    if (!read?.ok) throw new Error(`page ${at} was not read: ${read?.reason}`);
  });
  const subjectMs = performance.now() - subjectFrom;
  return { peer: (COMPARED / peerMs) * 1000, subject: (COMPARED / subjectMs) * 1000 };
}

interface Memory {
  early: number;
  late: number;
}

/** Imports every page and holds each draft against what the page was made from. @throws Error at the first that differs */
async function importAll(store: Store, reader: PageReader, pages: number): Promise<Memory> {
  let done = 0;
  let early = 0;
  await forEach(pages, async (at) => {
    const generated = generatePage(at);
    const outcome = await importPage(
      generated.page,
      { channelId: 'news', site: undefined },
      NO_FILES,
      reader.read,
    );
    const difference = findDifference(generated, outcome);
    if (difference !== undefined) throw new Error(`page ${at}: ${difference}`);
    if (outcome.kind === 'imported') await saveArticle(store, outcome.draft, Date.now());
    done += 1;
    if (done === Math.round(pages / 10)) early = readMemory();
  });
  return { early, late: readMemory() };
}

async function countArticles({ pool }: Store): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int FROM articles');
  return rows[0]?.count ?? 0;
}

function print(rows: readonly (readonly [string, string, string])[]): void {
  for (const [name, value, note] of rows) {
    process.stdout.write(`${name.padEnd(34)}${value.padStart(12)}   ${note}\n`);
  }
}

async function run(pages: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangmen bench '));
  // Run by root, PostgreSQL is another user and has to get in.
  await chmod(folder, 0o755);
  const store = await openStore({ dataDir: folder, storage: { kind: 'disk', folder } }, (error) =>
    process.stderr.write(`${error}\n`),
  );
  const reader = createPageReader();
  try {
    const rounds: Rates[] = [];
    for (let round = 0; round < WARM_UP; round += 1) await compareOnce(reader);
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await compareOnce(reader));
    const from = performance.now();
    const memory = await importAll(store, reader, pages);
    const seconds = (performance.now() - from) / 1000;
    const stored = await countArticles(store);
    const ratio = toMedian(rounds.map(({ peer, subject }) => subject / peer));
    const growth = memory.late / memory.early;
    const toRate = (name: keyof Rates) =>
      `${toMedian(rounds.map((round) => round[name])).toFixed(0)}/s`;
    print([
      ['parse5 alone', toRate('peer'), `${COMPARED} pages, median of ${ROUNDS} rounds`],
      ['pages read up to their blocks', toRate('subject'), 'in the thread that limits them'],
      ['read / parse5 alone', ratio.toFixed(3), `limit ≥ ${LEAST_RATIO}`],
      [
        'imported and saved',
        `${(pages / seconds).toFixed(0)}/s`,
        `${pages} pages, each as it was made`,
      ],
      ['stored', String(stored), `limit = ${pages}`],
      ['memory at a tenth', `${memory.early.toFixed(0)} MB`, 'with the thread that reads'],
      ['memory at the end / at a tenth', growth.toFixed(2), `limit ≤ ${MOST_GROWTH}`],
    ]);
    return ratio >= LEAST_RATIO && growth <= MOST_GROWTH && stored === pages ? 0 : 1;
  } finally {
    await reader.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { pages: { type: 'string', default: '500' } } });
const pages = Number(values.pages);
if (!Number.isInteger(pages) || pages < 100) {
  process.stderr.write('--pages takes a whole number from 100\n');
  process.exitCode = 2;
} else {
  process.exitCode = await run(pages);
}
