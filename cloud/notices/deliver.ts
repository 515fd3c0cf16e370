import { setTimeout as wait } from 'node:timers/promises';
import { OWN_CODES, type SendOutcome, toStandstill } from '../domain/send-outcome.ts';
import { type Claimed, claimDeliveries, recoverDeliveries } from '../store/deliveries.ts';
import { endStopped } from '../store/notices.ts';
import { type Settled, settleDeliveries } from '../store/settle-deliveries.ts';
import type { Store } from '../store/store.ts';
import { type Sender, sendOne } from './send-one.ts';

export interface DeliverySettings {
  /** Messages on their way at once, in this process; it leaves no more of them in doubt when it dies. */
  concurrency: number;
  /** Messages a second, over all processes. */
  rate: number;
  /** How long a message is ours; longer than WeChat may take to answer. Milliseconds. */
  leaseMs: number;
  /** True where only urgent ones are sent. */
  isQuiet: (now: number) => boolean;
}

/** What is told of a failure that nobody else is told of. */
export interface DeliveryLog {
  warn: (details: object, message: string) => void;
  info: (details: object, message: string) => void;
}

export interface Deliverer {
  /**
   * Sends all that is due, and returns when nothing is left or `signal` says stop; what is under way is finished.
   *
   * @returns how many messages came to an end
   */
  deliverDue: (signal?: AbortSignal) => Promise<number>;
  /**
   * Ends what processes that died have left, and what is left of stopped notices.
   *
   * @returns how many messages of dead processes there were
   */
  recover: () => Promise<number>;
}

/** What we know of a message that was sent may not get lost: writing it down is tried until it is done. */
const SETTLE_WAIT_MS = 500;
const MOST_SETTLE_TRIES = 20;

export function createDeliverer(
  store: Store,
  sender: Sender,
  settings: DeliverySettings,
  log: DeliveryLog,
): Deliverer {
  const { concurrency, rate, leaseMs, isQuiet } = settings;

  const claim = (limit: number): Promise<Claimed[]> => {
    const now = sender.now();
    return claimDeliveries(store, { limit, leaseMs, rate, isQuiet: isQuiet(now), now });
  };

  /** Only what comes before a message can fail by itself: our store of tokens, when the database is away. */
  const send = (claimed: Claimed): Promise<SendOutcome> =>
    sendOne(claimed, sender).catch((error: unknown) => {
      log.warn({ err: error, delivery: claimed.id }, 'a message could not be sent yet');
      return toStandstill(OWN_CODES.noToken, sender.now());
    });

  async function settle(settled: Settled[]): Promise<void> {
    for (const { delivery, outcome } of settled) {
      if (outcome.kind === 'sent') continue;
      const stop = outcome.kind === 'again' ? outcome.stop : undefined;
      const details = {
        delivery: delivery.id,
        outcome: outcome.kind,
        ...('code' in outcome && { code: outcome.code }),
      };
      if (stop)
        log.warn(
          { ...details, scope: stop.scope, until: new Date(stop.until) },
          'the line of messages stopped',
        );
      else log.info(details, 'a message did not go through');
    }
    for (let tries = 1; ; tries += 1) {
      try {
        return await settleDeliveries(store, settled, sender.now());
      } catch (error) {
        if (tries === MOST_SETTLE_TRIES) throw error;
        log.warn({ err: error }, 'what became of messages could not be written down yet');
        await wait(SETTLE_WAIT_MS);
      }
    }
  }

  // Both outlive a run that ends in an error, as when the database is away: the next one writes down what is known by then.
  const underWay = new Set<Promise<void>>();
  let done: Settled[] = [];

  function start(claimed: Claimed): void {
    const sending: Promise<void> = send(claimed).then((outcome) => {
      done.push({ delivery: claimed, outcome });
      underWay.delete(sending);
    });
    underWay.add(sending);
  }

  async function settleDone(): Promise<number> {
    if (done.length === 0) return 0;
    const settled = done;
    done = [];
    try {
      await settle(settled);
    } catch (error) {
      done = [...settled, ...done];
      throw error;
    }
    return settled.length;
  }

  async function deliverDue(signal?: AbortSignal): Promise<number> {
    let ended = 0;
    for (;;) {
      ended += await settleDone();
      // What was not written down yet counts: a process that dies leaves no more than `concurrency` in doubt.
      const free = concurrency - underWay.size - done.length;
      // Many at a time: each claim and each settling is one commit.
      const isWorthIt = free >= Math.ceil(concurrency / 2);
      const claimed = isWorthIt && !signal?.aborted ? await claim(free) : [];
      for (const one of claimed) start(one);
      if (done.length > 0) continue;
      if (underWay.size === 0) return ended;
      await Promise.race(underWay);
    }
  }

  async function recover(): Promise<number> {
    while ((await endStopped(store, sender.now())) > 0);
    return recoverDeliveries(store, sender.now());
  }

  return { deliverDue, recover };
}
