/**
 * The double of WeChat's server as a process of its own, with faults by chance: `fork(…, [RECIPIENTS])`. It counts for each recipient
 * what arrived, and whose answer it has lost.
 */
import { readTemplatesOf } from '../tests/support/sample-templates.ts';
import { atRandom, type Fault } from '../tests/support/wechat-server/faults.ts';
import { startWechatServer } from '../tests/support/wechat-server/wechat-server.ts';
import { toIndex, toOpenid } from './notices-people.ts';

/** What it is told to do. */
export type WechatOrder = 'rotate' | 'report' | 'stop';

/** What it tells. */
export type WechatWord =
  | { kind: 'ready'; origin: string; appId: string; secret: string }
  /** Messages that arrived until now, again and again. */
  | { kind: 'progress'; messages: number }
  | { kind: 'report'; report: WechatReport };

export interface WechatReport {
  /** Calls of subscribe/send. */
  calls: number;
  /** How many of them went wrong on purpose, by kind. */
  faults: Record<string, number>;
  /** Messages that arrived, by recipient. */
  messages: number[];
  /** Recipients of whom a call went without a readable answer, on purpose. */
  lost: number[];
}

const SHARE = 0.1;
const SEED = 4;
/** All that concern one message. Those that stop the line (quota, address) would only measure waiting. */
const FAULTS: readonly Fault[] = [
  'timeout-before',
  'timeout-after',
  'reset-before',
  'reset-after',
  'garbage',
  { errcode: -1 },
  { errcode: 43108 },
  { status: 502 },
];
/** More than one message could use: a message sent twice must arrive twice to be seen. */
const CREDITS = 3;
/** How long a call is left without an answer; then its connection is cut, before who asked gives up. */
const SILENCE_MS = 1_000;
const TELL_MS = 100;

const toName = (fault: Fault): string =>
  typeof fault === 'string' ? fault : Object.entries(fault).flat().join(' ');

/** Who asked can't know what was done. */
const losesAnswer = (fault: Fault): boolean => typeof fault === 'string';

const tell = (word: WechatWord) => process.send?.(word);

async function run(recipients: number): Promise<void> {
  const templates = await readTemplatesOf();
  const server = await startWechatServer({
    ...{ templates, keepMessages: false, closeAfterMs: SILENCE_MS },
  });
  const openids = Array.from({ length: recipients }, (_, index) => toOpenid(index));
  for (const openid of openids) for (const { id } of templates) server.grant(openid, id, CREDITS);

  let calls = 0;
  const faults: Record<string, number> = {};
  const lost = new Set<number>();
  const decide = atRandom({ seed: SEED, share: SHARE, faults: FAULTS });
  server.setFaults((call) => {
    if (call.name === 'send') calls += 1;
    const fault = decide(call);
    if (fault === undefined) return undefined;
    faults[toName(fault)] = (faults[toName(fault)] ?? 0) + 1;
    const { touser } = JSON.parse(call.body) as { touser: string };
    if (losesAnswer(fault)) lost.add(toIndex(touser));
    return fault;
  });

  process.on('message', (order: WechatOrder) => {
    if (order === 'stop') return process.exit();
    if (order === 'rotate') return server.rotateToken();
    const messages = openids.map(server.countMessages);
    return tell({ kind: 'report', report: { calls, faults, messages, lost: [...lost] } });
  });
  setInterval(() => tell({ kind: 'progress', messages: server.countMessages() }), TELL_MS);
  process.on('disconnect', () => process.exit(1));
  const { origin, appId, secret } = server;
  tell({ kind: 'ready', origin, appId, secret });
}

await run(Number(process.argv[2]));
