/**
 * The first page of the feed, uncached, against the least program that reads it from the same database; and a page deep
 * in the feed against the first. See bench/README.md for what is compared and why.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { migrateDatabase, openDatabase } from '../cloud/store/open.ts';
import { fillFeed } from './feed-data.ts';
import type { LoadResult } from './load.ts';

const CONNECTIONS = 8;
const ROUNDS = 5;
const ROUND_MS = 2_000;
const START_MS = 30_000;
const DEEP_PAGE = 50;
/** Share of the peer's answers a second that the feed must reach: a quarter below the lowest seen, 0.47. */
const LEAST_RATIO = 0.35;
/** How much more a deep page may cost than the first. */
const MOST_DEPTH_COST = 1.5;

const HERE = fileURLToPath(new URL('.', import.meta.url));

function startProgram(script: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', join(HERE, script), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Starts a server and returns its address, which it prints. */
async function startServer(script: string, args: string[], env?: NodeJS.ProcessEnv) {
  const server = startProgram(script, args, env);
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    server.once('close', () => reject(new Error(`${script} ended: ${said}`)));
    const silence = `${script} did not say within ${START_MS} ms where it listens`;
    setTimeout(() => reject(new Error(silence)), START_MS).unref();
    server.stdout?.on('data', (chunk) => {
      if (said.length < 10_000) said += chunk;
      const match = /listening at (http:\/\/[\d.:]+)/.exec(said);
      if (match?.[1]) resolve(match[1]);
    });
  });
  return { address, stop: () => stop(server) };
}

async function stop(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM');
  await once(server, 'close');
}

/** Answers a second. */
async function measure(url: string): Promise<number> {
  const load = startProgram('load.ts', [url, String(CONNECTIONS), String(ROUND_MS)]);
  let printed = '';
  load.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  await once(load, 'close');
  const { answers, failures, seconds } = JSON.parse(printed) as LoadResult;
  if (failures > 0)
    throw new Error(`${failures} of ${answers + failures} answers of ${url} failed`);
  return answers / seconds;
}

function toMedian(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

async function findDeepCursor(address: string): Promise<string> {
  let cursor = '';
  for (let page = 1; page < DEEP_PAGE; page += 1) {
    const answer = await fetch(`${address}/v1/articles?cursor=${cursor}`.replace(/\?cursor=$/, ''));
    cursor = ((await answer.json()) as { nextCursor: string }).nextCursor;
  }
  return cursor;
}

/** Answers a second. */
interface Round {
  least: number;
  first: number;
  deep: number;
}

async function compare(address: string, databaseUrl: string): Promise<number> {
  const first = `${address}/v1/articles`;
  const deep = `${first}?cursor=${await findDeepCursor(address)}`;
  const peer = await startServer('feed-peer.ts', [], { DATABASE_URL: databaseUrl });
  const rounds: Round[] = [];
  // The first round warms all of them up and does not count.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const least = await measure(peer.address);
    const figures = { least, first: await measure(first), deep: await measure(deep) };
    if (round > 0) rounds.push(figures);
  }
  await peer.stop();
  return report(rounds);
}

/** Prints the figures; returns the exit code. */
function report(rounds: Round[]): number {
  const toRate = (name: keyof Round) =>
    `${toMedian(rounds.map((round) => round[name])).toFixed(0)}/s`;
  // Of each round by itself: what else the machine does meanwhile slows both alike.
  const ratio = toMedian(rounds.map(({ first, least }) => first / least));
  const depthCost = toMedian(rounds.map(({ first, deep }) => first / deep));
  const rows = [
    ['the least program', toRate('least'), `node:http and pg, ${CONNECTIONS} connections`],
    ['first page of the feed', toRate('first'), 'one statement each, uncached'],
    [`page ${DEEP_PAGE} of the feed`, toRate('deep'), ''],
    ['first page / least program', ratio.toFixed(3), `limit ≥ ${LEAST_RATIO}`],
    [`cost of page ${DEEP_PAGE} / first page`, depthCost.toFixed(2), `limit ≤ ${MOST_DEPTH_COST}`],
  ];
  for (const [name = '', value = '', note] of rows) {
    process.stdout.write(`${name.padEnd(34)}${value.padStart(12)}   ${note}\n`);
  }
  return ratio >= LEAST_RATIO && depthCost <= MOST_DEPTH_COST ? 0 : 1;
}

async function run(articles: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangmen bench '));
  // Run by root, PostgreSQL is another user and has to get in.
  await chmod(folder, 0o755);
  const database = await openDatabase({ dataDir: folder });
  try {
    await migrateDatabase(database);
    await fillFeed(database.url, articles);
    process.stdout.write(`${articles} articles; ${ROUNDS} rounds of ${ROUND_MS / 1_000} s each\n`);
    const env = { DATABASE_URL: database.url, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info' };
    const endpoint = await startServer('../cloud/server.ts', [], env);
    try {
      return await compare(endpoint.address, database.url);
    } finally {
      await endpoint.stop();
    }
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { articles: { type: 'string', default: '10000' } } });
const articles = Number(values.articles);
if (!Number.isInteger(articles) || articles < DEEP_PAGE * 20) {
  process.stderr.write(`--articles takes a whole number from ${DEEP_PAGE * 20}\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(articles);
}
