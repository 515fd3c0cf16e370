/**
 * A notice to many while processes are killed, answers get lost and the token changes: everybody gets one message or stands in a list with
 * the reason. And the queue alone against the least that a database must do. See bench/README.md for what is compared and why.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrateDatabase, openDatabase } from '../cloud/store/open.ts';
import { connectStore } from '../cloud/store/store.ts';
import { fillAccounts } from './notices-data.ts';
import { compareQueue, type QueueRound } from './notices-queue.ts';
import { PROCESSES, runStorm, type Storm } from './notices-storm.ts';
import { judgeStorm, type Verdict } from './notices-verdict.ts';

/** Messages of the queue for each bare update. */
const LEAST_RATIO = 0.3;
/** Of one delivering process. */
const MOST_MEMORY_MB = 256;
/** A kill comes every second, but only while all three processes work: seconds a kill, over the whole run, waiting for the end included. */
const LONGEST_LIFE_S = 20;
const LEAST_RECIPIENTS = 1_000;
const MB = 1024 * 1024;

type Line = readonly [name: string, value: string, note?: string];

function print(lines: readonly Line[]): void {
  for (const [name, value, note = ''] of lines)
    process.stdout.write(
      `${name.padEnd(40)}${value.padStart(10)}   ${note}\n`.trimEnd().concat('\n'),
    );
}

function toMedian(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** @returns what must not be */
function reportQueue(rounds: QueueRound[]): string[] {
  const ratio = toMedian(rounds.map(({ bare, queue }) => queue / bare));
  const toRate = (name: keyof QueueRound) =>
    `${toMedian(rounds.map((round) => round[name])).toFixed(0)}/s`;
  print([
    ['bare single-row updates', toRate('bare'), 'each committed, 10 connections'],
    ['the queue alone', toRate('queue'), 'enqueue, lease, acknowledge'],
    ['queue / bare updates', ratio.toFixed(3), `limit ≥ ${LEAST_RATIO}`],
  ]);
  return ratio >= LEAST_RATIO ? [] : ['the queue is too slow'];
}

/** @returns what must not be */
function reportStorm(storm: Storm, { states, unknown, arrivedByKill, wrong }: Verdict): string[] {
  const { report, seconds, rate, kills, rotations } = storm;
  const messages = report.messages.reduce((sum, count) => sum + count, 0);
  const faults = Object.values(report.faults).reduce((sum, count) => sum + count, 0);
  const peak = storm.peak / MB;
  const kinds = Object.entries(report.faults).map(([kind, count]) => `${kind}: ${count}`);
  print([
    [
      'processes killed with kill -9',
      String(kills),
      `one a second while all three work; limit: one in ${LONGEST_LIFE_S} s over the whole run`,
    ],
    ['times that the token was rotated', String(rotations)],
    [
      'calls that went wrong on purpose',
      String(faults),
      `of ${report.calls} (${kinds.join(', ')})`,
    ],
    ['messages that arrived', String(messages), 'nobody may get two'],
    ...Object.entries(states).map(
      ([state, count]) => [`recipients: ${state}`, String(count)] as const,
    ),
    ['unknown after an answer lost on purpose', String(unknown.byFault)],
    [
      'unknown after a kill',
      String(unknown.byKill),
      `limit ≤ ${unknown.mostByKill}, those under way`,
    ],
    ['of these, arrived', String(arrivedByKill), 'would be doubled if sent again'],
    ['until all was over', `${seconds.toFixed(1)} s`, `${PROCESSES} processes`],
    ['messages a second', `${rate.toFixed(0)}/s`, 'until nine of ten had theirs'],
    [
      'peak memory of a delivering process',
      `${peak.toFixed(0)} MB`,
      `limit ≤ ${MOST_MEMORY_MB} MB`,
    ],
  ]);
  return [
    ...wrong,
    ...(kills >= seconds / LONGEST_LIFE_S ? [] : ['processes were killed too seldom']),
    ...(rotations === 2 ? [] : ['the token was not rotated twice']),
    ...(peak > 0 && peak <= MOST_MEMORY_MB ? [] : ['too much memory']),
  ];
}

async function run(recipients: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangmen bench '));
  // Run by root, PostgreSQL is another user and has to get in.
  await chmod(folder, 0o755);
  const database = await openDatabase({ dataDir: folder });
  const { url: databaseUrl } = database;
  const tell = (error: Error) => process.stderr.write(`${error.message}\n`);
  const store = connectStore(databaseUrl, tell, database.media);
  try {
    await migrateDatabase(database);
    await fillAccounts(databaseUrl, recipients);
    process.stdout.write(`${recipients} recipients\n`);
    const rounds = await compareQueue(store, databaseUrl, recipients);
    const storm = await runStorm(store, databaseUrl, recipients);
    const verdict = await judgeStorm(databaseUrl, storm, recipients);
    const wrong = [...reportStorm(storm, verdict), ...reportQueue(rounds)];
    for (const sentence of wrong) process.stderr.write(`✗ ${sentence}\n`);
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await store.pool.end();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { recipients: { type: 'string', default: '3000' } } });
const recipients = Number(values.recipients);
if (!Number.isInteger(recipients) || recipients < LEAST_RECIPIENTS) {
  process.stderr.write(`--recipients takes a whole number from ${LEAST_RECIPIENTS}\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(recipients);
}
