/** A delivering process: the endpoint's worker and nothing else. `fork(…, [JSON of DelivererParts])` */
import { tmpdir } from 'node:os';
import { createDiskStorage } from '../cloud/media/disk-storage.ts';
import { createDeliverer, type DeliveryLog } from '../cloud/notices/deliver.ts';
import { startNoticeWorker } from '../cloud/notices/worker.ts';
import { connectStore } from '../cloud/store/store.ts';
import { createTokenStore } from '../cloud/store/wechat-token.ts';
import { createWechatApi } from '../cloud/wechat/create-wechat-api.ts';
import { createTokenKeeper } from '../cloud/wechat/token-keeper.ts';
import { BENCH_KEY } from './notices-people.ts';

export interface DelivererParts {
  databaseUrl: string;
  wechat: { origin: string; appId: string; secret: string };
  concurrency: number;
  leaseMs: number;
  /** How long the answer to a message is waited for. */
  sendMs: number;
}

/** What it tells: that it works, and again and again the most memory that it took, in bytes. */
export type DelivererWord = { kind: 'ready' } | { kind: 'memory'; peak: number };

/** Far from what it reaches: the limit is no part of what is measured. */
const RATE = 1_000_000;
const CALL_MS = 5_000;
const TELL_MS = 200;

const tell = (word: DelivererWord) => process.send?.(word);
const tellMemory = () => tell({ kind: 'memory', peak: process.resourceUsage().maxRSS * 1024 });

/** Failures of ours are shown. What became of messages is read from the database. */
const log: DeliveryLog = {
  info: () => {},
  warn: (details, message) => {
    if ('err' in details) process.stderr.write(`${message}: ${details.err}\n`);
    if ('scope' in details) process.stderr.write(`${message}: ${JSON.stringify(details)}\n`);
  },
};

async function run(parts: DelivererParts): Promise<void> {
  const { databaseUrl, wechat, concurrency, leaseMs, sendMs } = parts;
  const sayLost = (error: Error) => process.stderr.write(`${error.message}\n`);
  // A notice has no picture: nothing is ever put there.
  const store = connectStore(databaseUrl, sayLost, createDiskStorage(tmpdir()));
  const api = createWechatApi({
    ...{ appId: wechat.appId, secret: wechat.secret, apiUrl: wechat.origin, state: 'formal' },
    timeouts: { sendMs, callMs: CALL_MS },
  });
  const now = Date.now;
  const tokenStore = createTokenStore(store, BENCH_KEY, wechat.appId);
  const tokens = createTokenKeeper({ api, store: tokenStore, now });
  const sender = { api, tokens, key: BENCH_KEY, now, random: Math.random };
  const settings = { concurrency, rate: RATE, leaseMs, isQuiet: () => false };
  const deliverer = createDeliverer(store, sender, settings, log);
  const worker = startNoticeWorker({ store, deliverer, now, log });
  const telling = setInterval(tellMemory, TELL_MS);
  // It understands one word: to stop.
  process.once('message', async () => {
    clearInterval(telling);
    await worker.stop();
    await store.pool.end();
    process.exit();
  });
  process.once('disconnect', () => process.exit(1));
  tell({ kind: 'ready' });
}

await run(JSON.parse(process.argv[2] ?? '') as DelivererParts);
