import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from './answers.ts';
import type { CallName, DecideFault, Fault } from './faults.ts';

/** A call of the server API as it came in. */
export interface ApiCall {
  name: CallName;
  query: URLSearchParams;
  body: Readonly<Record<string, unknown>> | undefined;
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
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const [path = '', query = ''] = (req.url ?? '').split('?');
    const name = CALLS[`${req.method} ${path}`];
    const text = await readText(req);
    if (!name) return end(res, 404, '');
    const fault = parts.decide({ name, body: text });
    if (fault === 'timeout-before') return hang(res, parts.closeAfterMs);
    if (fault === 'reset-before') return reset(res);
    if (isAnswerFault(fault)) return answerFault(res, fault);
    const body = parseObject(text);
    const answer = await parts.act({ name, query: new URLSearchParams(query), body });
    if (fault === 'timeout-after') return hang(res, parts.closeAfterMs);
    if (fault === 'reset-after') return reset(res);
    return end(res, 200, fault === 'garbage' ? GARBAGE : answer);
  };
}

/** @returns the body; rejects when the request is cut off */
export function readText(req: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    req.setEncoding('utf8');
    req.on('data', (chunk: string) => {
      text += chunk;
    });
    req.on('end', () => resolve(text));
    req.on('error', reject);
  });
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
