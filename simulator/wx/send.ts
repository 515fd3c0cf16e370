import type { Host } from '../host/host.ts';
import type { Network } from '../host/launch-options.ts';
import { Refusal } from './api.ts';
import { type HttpMessage, type HttpReply, toInit, toSentText } from './http-message.ts';

/** On '2g' every answer comes this much later, in milliseconds. */
export const SLOW_ANSWER_MS = 1500;

/** How one exchange is watched and given up. */
export type Exchange = {
  /** Its `abort('abort')` gives the exchange up. */
  controller: AbortController;
  /** Milliseconds until it has failed. */
  limit: number;
  /** Told as soon as headers are there, before the answer. */
  onHeaders?: (reply: Omit<HttpReply, 'bytes'>) => void;
};

/** Why an exchange ended without an answer. */
type End = 'abort' | 'timeout' | 'offline';

/** The failures that are no breach: a correct program meets them (framework/usability/PublicErrno.html). */
const ENDS: Record<End, () => Refusal> = {
  abort: () => new Refusal('abort', { errno: 600003 }),
  timeout: () => new Refusal('timeout', { errno: 5 }),
  offline: () => new Refusal('net::ERR_INTERNET_DISCONNECTED', { errno: 600001 }),
};

/** One HTTP exchange: any status is an answer, only the network, the clock or the program end it without one. */
export async function send(
  host: Host,
  message: HttpMessage,
  { controller, limit, onHeaders }: Exchange,
): Promise<HttpReply | Refusal> {
  const { signal } = controller;
  const { network } = host;
  if (signal.aborted) return ENDS.abort();
  if (network.current === 'none') return ENDS.offline();
  const timer = setTimeout(() => controller.abort('timeout' satisfies End), limit);
  const onNetwork = (now: Network) => {
    if (now === 'none') controller.abort('offline' satisfies End);
  };
  network.changed.on(onNetwork);
  try {
    host.logins.noteSent(toSentText(message), message.url);
    const response = await host.options.platform.fetch(host.resolveUrl(message.url), {
      ...toInit(message),
      signal,
    });
    const head = {
      statusCode: response.status,
      header: Object.fromEntries(response.headers.entries()),
      cookies: response.headers.getSetCookie(),
    };
    const bytes = Uint8Array.from(new Uint8Array(await response.arrayBuffer()));
    if (network.current === '2g') await pause(SLOW_ANSWER_MS, signal);
    signal.throwIfAborted();
    onHeaders?.(head);
    host.ledger.addAnswer(host.stack.top()?.path ?? '', message.method, message.url, bytes);
    return { ...head, bytes };
  } catch (error) {
    return toRefusal(error, signal);
  } finally {
    clearTimeout(timer);
    network.changed.off(onNetwork);
  }
}

function toRefusal(error: unknown, signal: AbortSignal): Refusal {
  if (signal.aborted) return ENDS[signal.reason as End]();
  const reason = error instanceof Error ? error.message : String(error);
  return new Refusal(`net::ERR_FAILED ${reason}`, { errno: 600001 });
}

/** Rejects when it is given up. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new Error('given up'));
    });
  });
}
