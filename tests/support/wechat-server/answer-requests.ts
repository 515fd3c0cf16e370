import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from './answers.ts';
import type { CallName, DecideFault, Fault } from './faults.ts';

/** A call of the server API as it came in. */
export interface ApiCall {
  name: CallName;
  query: URLSearchParams;
  body: Readonly<Record<string, unknown>> | undefined;
  /** Takes what is to be done when the call is over: answered, reset, or given up by who asked. */
  whenOver: (end: () => void) => void;
}

const CALLS: Readonly<Record<string, CallName>> = {
  'GET /sns/jscode2session': 'login',
  'POST /cgi-bin/stable_token': 'token',
  'POST /cgi-bin/message/subscribe/send': 'send',
  'GET /wxaapi/newtmpl/gettemplate': 'templates',
};

/** What a gateway or a broken proxy may put in place of JSON. */
const GARBAGE = '<html><body>\u0000{"errcode":0,</body>';

/** Answers the server API, with the fault that was decided on for each call. */
export function createAnswering(parts: {
  act: (call: ApiCall) => Promise<string> | string;
  decide: DecideFault;
  /** How long a call without an answer stays open; `undefined`: until who asked gives up. */
  closeAfterMs: number | undefined;
}) {
  return async (req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> => {
    const name = CALLS[`${req.method} ${url.pathname}`];
    const text = await readText(req);
    if (!name) return end(res, 404, '');
    const ends: (() => void)[] = [];
    const finish = () => {
      for (const each of ends.splice(0)) each();
    };
    res.on('close', finish);
    const fault = parts.decide({ name, body: text });
    if (fault === 'timeout-before') return hang(res, parts.closeAfterMs);
    if (fault === 'reset-before') return reset(res);
    if (isAnswerFault(fault)) return answerFault(res, fault);
    const body = parseObject(text);
    const whenOver = (each: () => void) => ends.push(each);
    const answer = await parts.act({ name, query: url.searchParams, body, whenOver });
    if (fault === 'timeout-after') return hang(res, parts.closeAfterMs);
    finish();
    if (fault === 'reset-after') return reset(res);
    return end(res, 200, fault === 'garbage' ? GARBAGE : answer);
  };
}

export async function readText(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function isAnswerFault(
  fault: Fault | undefined,
): fault is { errcode: number } | { status: number } {
  return typeof fault === 'object';
}

function answerFault(res: ServerResponse, fault: { errcode: number } | { status: number }): void {
  if ('errcode' in fault) end(res, 200, refuse(fault.errcode));
  else end(res, fault.status, '<html>Bad Gateway</html>');
}

function end(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, {
    'content-type': 'application/json; encoding=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  res.end(text);
}

function hang(res: ServerResponse, closeAfterMs: number | undefined): void {
  if (closeAfterMs === undefined) return;
  const timer = setTimeout(() => res.socket?.destroy(), closeAfterMs);
  res.on('close', () => clearTimeout(timer));
}

function reset(res: ServerResponse): void {
  res.socket?.resetAndDestroy();
}
