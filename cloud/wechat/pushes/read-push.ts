import { type JsonObject, parseJsonObject } from '../json-object.ts';
import type { PushEvent } from './push-event.ts';
import { decryptPush } from './secure-mode.ts';
import { isSignatureOf } from './signature.ts';
import { toPushEvents } from './to-push-events.ts';

/** How far a push's time may lie from ours; an older one may be somebody's copy. */
const REPLAY_WINDOW_MS = 5 * 60_000;

/** As the address carries them: `timestamp` (seconds), `nonce`, `signature`, `msg_signature`, `echostr`. */
export type PushQuery = JsonObject;

export interface PushSettings {
  /** The token of WeChat's console (消息推送), not that of the server API. */
  token: string;
  /** EncodingAESKey: given, only encrypted pushes are taken. */
  aesKey?: string | undefined;
  appId: string;
}

export type PushProblem =
  /** `timestamp` or `nonce` is missing. */
  | 'query'
  /** Outside the replay window. */
  | 'timestamp'
  | 'signature'
  /** Not a JSON object. */
  | 'body'
  /** Not encrypted although a key is set. */
  | 'plain'
  /** Encrypted although no key is set. */
  | 'encrypted'
  /** Can't be decrypted. */
  | 'content'
  /** Encrypted for another account. */
  | 'appId'
  /** The key in the settings is no EncodingAESKey. */
  | 'key';

export type ReadPush = { ok: true; events: PushEvent[] } | { ok: false; problem: PushProblem };

/**
 * Reads a push that WeChat posted. Never throws, whatever comes in.
 * @param push `body`: the text as it came; `now`: milliseconds since the epoch
 */
export function readPush(push: {
  query: PushQuery;
  body: string;
  settings: PushSettings;
  now: number;
}): ReadPush {
  const stamp = readStamp(push.query, push.now);
  if (!stamp.ok) return stamp;
  const body = parsePush(push.body);
  const opened = push.settings.aesKey
    ? openSecure(push, stamp.parts, body, push.settings.aesKey)
    : openPlain(push, stamp.parts, body);
  return opened.ok ? { ok: true, events: toPushEvents(opened.message) } : opened;
}

/** Answers WeChat's check of the address: `echo` is to be sent back as it is, as plain text. */
export function readEcho(check: {
  query: PushQuery;
  settings: Pick<PushSettings, 'token'>;
  now: number;
}): { ok: true; echo: string } | { ok: false; problem: PushProblem } {
  const stamp = readStamp(check.query, check.now);
  if (!stamp.ok) return stamp;
  const { signature, echostr } = check.query;
  if (!isSigned(signature, [check.settings.token, ...stamp.parts]))
    return { ok: false, problem: 'signature' };
  return typeof echostr === 'string'
    ? { ok: true, echo: echostr }
    : { ok: false, problem: 'query' };
}

type Opened = { ok: true; message: JsonObject } | { ok: false; problem: PushProblem };

function openPlain(
  { query, settings }: { query: PushQuery; settings: PushSettings },
  stamp: readonly string[],
  body: JsonObject | undefined,
): Opened {
  if (!isSigned(query.signature, [settings.token, ...stamp]))
    return { ok: false, problem: 'signature' };
  if (!body) return { ok: false, problem: 'body' };
  if (body.Encrypt !== undefined && body.Event === undefined)
    return { ok: false, problem: 'encrypted' };
  return { ok: true, message: body };
}

/** What is not encrypted beside `Encrypt` isn't signed, and isn't looked at. */
function openSecure(
  { query, settings }: { query: PushQuery; settings: PushSettings },
  stamp: readonly string[],
  body: JsonObject | undefined,
  encodingAesKey: string,
): Opened {
  if (!body) return { ok: false, problem: 'body' };
  const encrypted = body.Encrypt;
  if (typeof encrypted !== 'string') return { ok: false, problem: 'plain' };
  if (!isSigned(query.msg_signature, [settings.token, ...stamp, encrypted]))
    return { ok: false, problem: 'signature' };
  const opened = decryptPush({ encodingAesKey, appId: settings.appId, encrypted });
  if (!opened.ok) return opened;
  const message = parsePush(opened.message);
  return message ? { ok: true, message } : { ok: false, problem: 'body' };
}

function readStamp(
  query: PushQuery,
  now: number,
): { ok: true; parts: [string, string] } | { ok: false; problem: PushProblem } {
  const { timestamp, nonce } = query;
  if (typeof timestamp !== 'string' || typeof nonce !== 'string' || nonce === '')
    return { ok: false, problem: 'query' };
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp) * 1000) > REPLAY_WINDOW_MS)
    return { ok: false, problem: 'timestamp' };
  return { ok: true, parts: [timestamp, nonce] };
}

function isSigned(signature: unknown, parts: readonly string[]): boolean {
  return typeof signature === 'string' && isSignatureOf(signature, parts);
}

/** `MsgID` is a 64-bit integer, more than a JavaScript number holds: it's read as text. */
function parsePush(text: string): JsonObject | undefined {
  return parseJsonObject(text.replace(/("MsgID"\s*:\s*)(\d+)/g, '$1"$2"'));
}
