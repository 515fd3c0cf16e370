import { setTimeout as wait } from 'node:timers/promises';
import { isQuiet } from '../domain/quiet-hours.ts';
import type { Deliverer, DeliveryLog } from '../notices/deliver.ts';
import { parseSettings } from '../settings.ts';
import { countDeliveriesSince } from '../store/notice-report.ts';
import { hasSendable } from '../store/sendable.ts';
import { spreadDue } from '../store/spread.ts';
import { openWechatService } from '../wechat-service.ts';
import type { NoticeContext } from './notice-context.ts';
import { toStopLines } from './notice-line.ts';
import { noticeWords } from './notice-words.ts';
import { EXIT, type ExitCode } from './with-database.ts';

/** Permits to send come every second (`NOTICE_RATE`). */
const PERMIT_MS = 1_000;

export interface DeliverOptions {
  /** Ends it early; what is under way is finished. */
  signal?: AbortSignal;
  /** Waits for further permits to send. */
  pause?: (milliseconds: number) => Promise<unknown>;
}

/** What stops the line is said at the end, and what became of messages too: only what broke here is new. */
function toLog({ complain }: NoticeContext): DeliveryLog {
  return {
    info: () => undefined,
    warn: (details, message) => {
      const error = 'err' in details ? details.err : undefined;
      if (error instanceof Error) complain(noticeWords.trouble(`${message}: ${error.message}`));
    },
  };
}

async function sendAll(
  { store, now }: NoticeContext,
  deliverer: Deliverer,
  { signal, pause = wait }: DeliverOptions,
): Promise<void> {
  while (!signal?.aborted && (await spreadDue(store, now())));
  for (;;) {
    await deliverer.deliverDue(signal);
    if (signal?.aborted) return;
    if (!(await hasSendable(store, { isQuiet: isQuiet(now()), now: now() }))) return;
    await pause(PERMIT_MS);
  }
}

async function sayTally({ store, say }: NoticeContext, since: number): Promise<void> {
  const { ended, waiting } = await countDeliveriesSince(store, since);
  say(ended.length > 0 ? noticeWords.delivered : noticeWords.deliveredNothing);
  for (const count of ended) say(noticeWords.count(count));
  if (waiting > 0) say(noticeWords.waiting(waiting));
}

/**
 * `deliver`: spreads and sends all that is due, with the WeChat account of the environment, says what became of it, and ends.
 *
 * @throws SetupError where the account is set up wrongly
 */
export async function deliverDue(
  context: NoticeContext,
  options: DeliverOptions = {},
): Promise<ExitCode> {
  const { store, env, now, say, complain } = context;
  const parsed = parseSettings(env);
  if (!parsed.ok || parsed.settings.wechat === undefined) {
    complain(parsed.ok ? noticeWords.noAccount : noticeWords.badSettings(parsed.problem));
    return EXIT.failed;
  }
  const service = await openWechatService(store, parsed.settings, parsed.settings.wechat, now);
  const deliverer = service.deliverer(toLog(context));
  const since = now();
  const lost = await deliverer.recover();
  if (lost > 0) say(noticeWords.lost(lost));
  await sendAll(context, deliverer, options);
  await sayTally(context, since);
  const stopped = await toStopLines(context);
  for (const line of stopped) complain(line);
  return stopped.length > 0 ? EXIT.failed : EXIT.ok;
}
