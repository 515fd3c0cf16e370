import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { publishNotice } from '../cloud/notices/publish.ts';
import type { Store } from '../cloud/store/store.ts';
import { grant, prepareArticleNotice, subscribe } from './notices-data.ts';
import { dismiss, type Fleet, startFleet } from './notices-fleet.ts';
import type { WechatOrder, WechatReport, WechatWord } from './notices-wechat.ts';

/** Messages that one process may have under way; what it leaves when it is killed is no more. */
export const CONCURRENCY = 32;
export const PROCESSES = 3;
const WECHAT = fileURLToPath(new URL('notices-wechat.ts', import.meta.url));
/** Long enough that a busy machine loses no answer by itself. */
const SEND_MS = 5_000;
const LEASE_MS = 6_000;
/** As soon as all of them work: on a busy machine one may still be starting. */
const KILL_EVERY_MS = 1_000;
const LOOK_EVERY_MS = 250;
/** Shares of the recipients with a message at which the token is rotated. */
const ROTATE_AT = [1 / 3, 2 / 3];
/** The rate is taken until so many have theirs: what comes later waits for leases and for second tries. */
const RATED_SHARE = 0.9;
/** Messages a second below which something hangs, and the seconds that are given on top. */
const LEAST_RATE = 20;
const GRACE_S = 60;

export interface Storm {
  noticeId: string;
  /** From publishing until the message of each recipient had come to an end. */
  seconds: number;
  /** Messages a second until nine of ten had theirs. */
  rate: number;
  kills: number;
  rotations: number;
  /** Bytes, of the largest delivering process. */
  peak: number;
  report: WechatReport;
}

/** Hears what the test server tells. */
function listenTo(server: ChildProcess) {
  let messages = 0;
  server.on('message', (word: WechatWord) => {
    if (word.kind === 'progress') messages = word.messages;
  });
  return {
    messages: () => messages,
    hear: async <Kind extends WechatWord['kind']>(kind: Kind) => {
      for (;;) {
        const [word] = (await once(server, 'message')) as [WechatWord];
        if (word.kind === kind) return word as Extract<WechatWord, { kind: Kind }>;
      }
    },
    order: (order: WechatOrder) => server.send(order),
  };
}

/** True when nothing of a notice is left to spread or to send. */
async function isOver({ db }: Store, noticeId: string): Promise<boolean> {
  const { rows } = await sql<{ isOver: boolean }>`
    SELECT state <> 'spreading' AND NOT EXISTS (
        SELECT FROM deliveries WHERE notice_id = ${noticeId} AND state IN ('queued', 'sending')
      ) AS "isOver" FROM notices WHERE id = ${noticeId}
  `.execute(db);
  return rows[0]?.isOver ?? false;
}

interface Scene {
  store: Store;
  server: ReturnType<typeof listenTo>;
  fleet: Fleet;
  recipients: number;
}

/** Publishes, and kills and rotates until everything is over. */
async function rage({ store, server, fleet, recipients }: Scene, title: string) {
  const draft = await prepareArticleNotice(store, 'notices', title);
  const begin = performance.now();
  const toSeconds = () => (performance.now() - begin) / 1_000;
  await publishNotice(store, draft, Date.now());
  const rotateAt = ROTATE_AT.map((share) => share * recipients);
  let rotations = 0;
  let rate = 0;
  const killing = setInterval(fleet.killOne, KILL_EVERY_MS);
  try {
    while (!(await isOver(store, draft.id))) {
      if (toSeconds() > recipients / LEAST_RATE + GRACE_S) throw new Error('messages hang');
      await wait(LOOK_EVERY_MS);
      const messages = server.messages();
      if (messages >= (rotateAt[rotations] ?? Number.POSITIVE_INFINITY)) {
        server.order('rotate');
        rotations += 1;
      }
      if (rate === 0 && messages >= RATED_SHARE * recipients) rate = messages / toSeconds();
    }
  } finally {
    clearInterval(killing);
  }
  return { noticeId: draft.id, seconds: toSeconds(), rate, rotations };
}

/** Sends a notice to all recipients while processes die, answers get lost and the token changes. */
export async function runStorm(
  store: Store,
  databaseUrl: string,
  recipients: number,
): Promise<Storm> {
  const title = '暴雨停课通知';
  const { topic, templateId } = await prepareArticleNotice(store, 'notices', title);
  await subscribe(databaseUrl, topic, recipients);
  await grant(databaseUrl, { topic, templateId }, 'storm');
  const wechat = fork(WECHAT, [String(recipients)], { execArgv: ['--import', 'tsx'] });
  try {
    const server = listenTo(wechat);
    const { origin, appId, secret } = await server.hear('ready');
    const fleet = await startFleet(PROCESSES, {
      databaseUrl,
      wechat: { origin, appId, secret },
      ...{ concurrency: CONCURRENCY, leaseMs: LEASE_MS, sendMs: SEND_MS },
    });
    const raged = await rage({ store, server, fleet, recipients }, title).finally(fleet.stop);
    server.order('report');
    const { report } = await server.hear('report');
    return { ...raged, kills: fleet.kills(), peak: fleet.peak(), report };
  } finally {
    await dismiss(wechat);
  }
}
