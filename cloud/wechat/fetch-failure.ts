import type { WechatFailure } from './answer.ts';

/** What the network says when a connection was never made, so nothing can have been sent. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  // The server's certificate is looked at before anything is sent.
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** System calls that come before sending; with several addresses each attempt fails with `connect ETIMEDOUT`. */
const BEFORE_SENDING = new Set(['connect', 'getaddrinfo']);

/** Errors nest: fetch wraps the network's one, which holds one more for each address that was tried. */
const MAX_DEPTH = 5;

/**
 * Sorts what `fetch` threw. When in doubt the answer is `lost`: something may have been done. The error's own words are
 * left out, as they may hold an address with a secret.
 */
export function toFetchFailure(error: unknown): WechatFailure {
  const leaves = collectLeaves(error, MAX_DEPTH);
  const message = leaves.map(toName).join(' ');
  const isUnsent = leaves.length > 0 && leaves.every(wasNeverSent);
  return { kind: isUnsent ? 'unsent' : 'lost', message };
}

/** The errors at the bottom, without those that only wrap others. */
function collectLeaves(error: unknown, depth: number): unknown[] {
  if (depth === 0 || !(error instanceof Object)) return [error];
  const errors = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  if (errors.length > 0) return errors.flatMap((each) => collectLeaves(each, depth - 1));
  if ('cause' in error && error.cause instanceof Object)
    return collectLeaves(error.cause, depth - 1);
  return [error];
}

function wasNeverSent(error: unknown): boolean {
  const syscall = readText(error, 'syscall');
  return NEVER_CONNECTED.has(readText(error, 'code')) || BEFORE_SENDING.has(syscall);
}

/** `ECONNRESET`, `TimeoutError`: a code or the kind of error, never its words. */
function toName(error: unknown): string {
  const code = readText(error, 'code');
  const name = /^[A-Z][A-Z0-9_]+$/.test(code) ? code : readText(error, 'name');
  return /^\w{1,40}$/.test(name) ? name : 'error';
}

function readText(error: unknown, name: string): string {
  const value: unknown = error instanceof Object ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : '';
}
