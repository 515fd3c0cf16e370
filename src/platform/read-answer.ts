import { isProblem } from '../../types/generated/contract-checks.js';
import type { Answer, Failure } from './failure.ts';
import type { TransportReply } from './transport.ts';

type Parsed = { ok: true; json: unknown } | { ok: false; failure: Failure };

/** Done, and nothing to say: such an answer has no body. */
const NO_CONTENT = 204;

/** The check of an answer without a body. */
export const isNothing = (value: unknown): value is undefined => value === undefined;

/** JSON begins with a brace here: everything that the endpoint sends is an object. */
function parseBody(body: unknown): Parsed {
  if (typeof body !== 'string') return { ok: true, json: body };
  try {
    return { ok: true, json: JSON.parse(body) };
  } catch {
    const kind = body.trimStart().startsWith('{') ? 'cut-off' : 'intercepted';
    return { ok: false, failure: { kind } };
  }
}

/**
 * What a reply means: a checked value, or why there is none. A captive portal's page with status 200, a cut-off answer
 * and a shape that this version doesn't know are three different failures, because a reader can do different things about them.
 *
 * @param check from types/generated: tolerant of members that a newer endpoint added
 */
export function readAnswer<T>(
  reply: TransportReply,
  check: (value: unknown) => value is T,
): Answer<T> {
  const { status } = reply;
  const parsed = parseBody(status === NO_CONTENT ? undefined : reply.body);
  if (status < 200 || status >= 300) {
    const problem = parsed.ok ? parsed.json : undefined;
    if (!isProblem(problem)) return { ok: false, failure: { kind: 'status', status } };
    const { code, requestId } = problem;
    return { ok: false, failure: { kind: 'problem', code, status, requestId } };
  }
  if (!parsed.ok) return parsed;
  return check(parsed.json)
    ? { ok: true, value: parsed.json }
    : { ok: false, failure: { kind: 'unexpected' } };
}
