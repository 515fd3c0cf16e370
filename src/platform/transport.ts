import type { Failure } from './failure.ts';

/** One call to the endpoint. */
export interface TransportRequest {
  method: 'GET' | 'POST' | 'DELETE';
  /** With its query, from the first slash on: `/v1/articles?limit=20`. */
  path: string;
  /** Sent as JSON. */
  body?: object | undefined;
  /** Of a session (session.ts); says who asks. */
  token?: string | undefined;
}

/** What came back, before anything was made of it: text, or what the client already parsed from it. */
export interface TransportReply {
  status: number;
  body: unknown;
}

export type TransportOutcome =
  | { ok: true; reply: TransportReply }
  | { ok: false; failure: Failure };

/** Told when the answer is no longer wanted; what TanStack Query hands to its functions is one. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

/**
 * One way to call the endpoint. Never rejects: what went wrong is a value. An answer that is no longer wanted is given up
 * where the client allows it.
 */
export type Transport = (
  request: TransportRequest,
  signal?: CancelSignal,
) => Promise<TransportOutcome>;

/** The endpoint is asked to answer within this; `callContainer` keeps a request for less than 15 s (docs/wechat.md). */
export const REQUEST_TIMEOUT_MS = 15_000;

/** The headers that a call needs, whichever way it goes. */
export function toHeaders({ body, token }: TransportRequest): Record<string, string> {
  return {
    accept: 'application/json',
    ...(body && { 'content-type': 'application/json' }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
}

/** A time-out in the words of `wx.request`, and of `callContainer` (wxcloudrun/src/development/call/faq.html, 102002). */
const TIMED_OUT = /time?d?[ -]?out|请求超时/i;

/** What kind of failure WeChat's `errMsg` speaks of, given whether the phone has a network. */
export function toTransportFailure(errMsg: string, isOnline: boolean): Failure {
  if (!isOnline) return { kind: 'offline' };
  return TIMED_OUT.test(errMsg) ? { kind: 'timeout' } : { kind: 'unreachable' };
}
