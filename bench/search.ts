/**
 * Searching, uncached, over HTTP, against the uncached first page of the feed in the same run; and, at full size, against itself
 * with a tenth of the articles. See bench/README.md.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { migrateDatabase, openDatabase } from '../cloud/store/open.ts';
import type { LoadResult } from './load.ts';
import { fillSearch, SEARCHED } from './search-data.ts';

const CONNECTIONS = 8;
const ROUNDS = 5;
const ROUND_MS = 1_500;
const START_MS = 30_000;
const LEAST_ARTICLES = 1_000;
/** Below this there is nothing to grow from. */
const SMALL = 10_000;
/** How much longer the slowest answers of a word may take than those of the feed. */
const MOST_RATIO = 5;
/** How much longer with ten times the articles. */
const MOST_GROWTH = 2;

type Word = keyof typeof SEARCHED;
const WORDS = Object.keys(SEARCHED) as Word[];
/** Milliseconds that 99 of 100 answers take at most, one a round. */
type Times = Record<'feed' | Word, number[]>;

const HERE = fileURLToPath(new URL('.', import.meta.url));

function startProgram(script: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', join(HERE, script), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Starts the endpoint; returns its address, which it prints. */
async function startEndpoint(databaseUrl: string) {
  const env = { DATABASE_URL: databaseUrl, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info' };
  const server = startProgram('../cloud/server.ts', [], env);
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    server.once('close', () => reject(new Error(`the endpoint ended: ${said}`)));
    setTimeout(
      () => reject(new Error('the endpoint did not say where it listens')),
      START_MS,
    ).unref();
    server.stdout?.on('data', (chunk) => {
      if (said.length < 10_000) said += chunk;
      const match = /listening at (http:\/\/[\d.:]+)/.exec(said);
      if (match?.[1]) resolve(match[1]);
    });
  });
  const stop = async () => {
    server.kill('SIGTERM');
    await once(server, 'close');
  };
  return { address, stop };
}

async function measure(url: string): Promise<number> {
  const load = startProgram('load.ts', [url, String(CONNECTIONS), String(ROUND_MS)]);
  let printed = '';
  load.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  await once(load, 'close');
  const { answers, failures, slowMs } = JSON.parse(printed) as LoadResult;
  if (failures > 0)
    throw new Error(`${failures} of ${answers + failures} answers of ${url} failed`);
  return slowMs;
}

const toMedian = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Feed and words take turns within a round; the first round warms up and does not count. */
async function compare(address: string): Promise<Times> {
  const times: Times = { feed: [], everywhere: [], common: [], frequent: [], rare: [], absent: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const feed = await measure(`${address}/v1/articles`);
    if (round > 0) times.feed.push(feed);
    for (const word of WORDS) {
      const ms = await measure(`${address}/v1/search?q=${encodeURIComponent(SEARCHED[word])}`);
      if (round > 0) times[word].push(ms);
    }
  }
  return times;
}

async function run(articles: number): Promise<Times> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangmen bench '));
  // Run by root, PostgreSQL is another user and has to get in.
  await chmod(folder, 0o755);
  const database = await openDatabase({ dataDir: folder });
  try {
    await migrateDatabase(database);
    await fillSearch(database.url, articles);
    const endpoint = await startEndpoint(database.url);
    try {
      return await compare(endpoint.address);
    } finally {
      await endpoint.stop();
    }
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of each round by itself: what else the machine does meanwhile slows both alike. */
const toRatio = (times: Times, word: Word) =>
  toMedian(times[word].map((ms, round) => ms / (times.feed[round] ?? 0)));

/** Prints the figures; returns whether the limit holds. */
function report(articles: number, times: Times): boolean {
  const print = (name: string, value: string, note: string) =>
    process.stdout.write(`${name.padEnd(34)}${value.padStart(12)}   ${note}\n`);
  print(
    `${articles} articles: feed, p99`,
    `${toMedian(times.feed).toFixed(1)} ms`,
    `${CONNECTIONS} connections`,
  );
  for (const word of WORDS) {
    print(`a word that is ${word}, p99`, `${toMedian(times[word]).toFixed(1)} ms`, SEARCHED[word]);
    print(`${word} / feed`, toRatio(times, word).toFixed(2), `limit ≤ ${MOST_RATIO}`);
  }
  return WORDS.every((word) => toRatio(times, word) <= MOST_RATIO);
}

function reportGrowth(small: Times, large: Times): boolean {
  const growths = WORDS.map((word) => {
    const growth = toMedian(large[word]) / toMedian(small[word]);
    process.stdout.write(
      `${`growth of ${word}`.padEnd(34)}${growth.toFixed(2).padStart(12)}   limit ≤ ${MOST_GROWTH}\n`,
    );
    return growth;
  });
  return growths.every((growth) => growth <= MOST_GROWTH);
}

const { values } = parseArgs({ options: { articles: { type: 'string', default: String(SMALL) } } });
const articles = Number(values.articles);
if (!Number.isInteger(articles) || articles < LEAST_ARTICLES) {
  process.stderr.write(`--articles takes a whole number from ${LEAST_ARTICLES}\n`);
  process.exitCode = 2;
} else {
  const small = articles > SMALL ? await run(SMALL) : undefined;
  const times = await run(articles);
  const holds = [
    ...(small ? [report(SMALL, small)] : []),
    report(articles, times),
    ...(small ? [reportGrowth(small, times)] : []),
  ];
  process.exitCode = holds.every(Boolean) ? 0 : 1;
}
